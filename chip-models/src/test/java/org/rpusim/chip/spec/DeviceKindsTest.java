package org.rpusim.chip.spec;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.config.ConfigException;

class DeviceKindsTest {
  private record Named(String name) implements DeviceKind {
    @Override
    public String description() {
      return "a device";
    }
  }

  /** What {@link java.util.ServiceLoader} does with a name that has no class. */
  private static final class Broken implements Iterator<DeviceKind> {
    @Override
    public boolean hasNext() {
      throw new ServiceConfigurationError("no such class: my.Device");
    }

    @Override
    public DeviceKind next() {
      throw new AssertionError();
    }
  }

  @Test
  void twoKindsOfOneNameAreRefused() {
    List<DeviceKind> kinds = List.of(new Named("a"), new Named("b"), new Named("a"));
    assertThatThrownBy(() -> DeviceKinds.collect(kinds))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("The device a is registered twice")
        .hasMessageContaining("Maybe one jar is on the class path twice.");
  }

  @Test
  void aKindThatCannotBeLoadedIsSaid() {
    assertThatThrownBy(() -> DeviceKinds.collect(Broken::new))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("no such class: my.Device")
        .hasMessageContaining("Maybe its class is not public");
  }
}
