package org.rpusim.chip.spec;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.rpusim.chip.config.ConfigException;

/** The kinds of devices on the class path, in the order of its jars and of their registrations. */
public final class DeviceKinds {
  private static final Supplier<ImmutableMap<String, DeviceKind>> KINDS =
      Suppliers.memoize(
          () -> collect(ServiceLoader.load(DeviceKind.class, DeviceKinds.class.getClassLoader())));

  private DeviceKinds() {}

  /**
   * Names of all kinds.
   *
   * @throws ConfigException if a registered kind cannot be loaded, or two have the same name
   */
  public static ImmutableList<String> names() {
    return KINDS.get().keySet().asList();
  }

  /**
   * A kind by its name.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public static DeviceKind of(String name) {
    DeviceKind kind = KINDS.get().get(name);
    if (kind == null) {
      throw new IllegalArgumentException(
          "Unknown device \"" + name + "\".\nMaybe one of " + String.join(", ", names()) + "?");
    }
    return kind;
  }

  static ImmutableMap<String, DeviceKind> collect(Iterable<DeviceKind> found) {
    Map<String, DeviceKind> kinds = new LinkedHashMap<>();
    try {
      for (DeviceKind kind : found) {
        DeviceKind other = kinds.putIfAbsent(kind.name(), kind);
        if (other != null) {
          throw new ConfigException(
              "The device "
                  + kind.name()
                  + " is registered twice, by "
                  + other.getClass().getName()
                  + " and by "
                  + kind.getClass().getName()
                  + ".",
              "Maybe one jar is on the class path twice.");
        }
      }
    } catch (ServiceConfigurationError e) {
      throw new ConfigException(
          "A registered device cannot be loaded: " + e.getMessage() + ".",
          "Maybe its class is not public, or its jar is for another version of rpusim.");
    }
    return ImmutableMap.copyOf(kinds);
  }
}
