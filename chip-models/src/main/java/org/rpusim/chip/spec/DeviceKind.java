package org.rpusim.chip.spec;

import com.google.common.collect.ImmutableSet;
import org.rpusim.chip.config.Section;

/**
 * A kind of device, as files name it in {@code device.kind}. Kinds are found by {@link
 * java.util.ServiceLoader}: a jar on the class path adds one by naming its class in {@code
 * META-INF/services/org.rpusim.chip.spec.DeviceKind}. What a kind does is in the package of
 * devices, in the interface that extends this one.
 */
public interface DeviceKind {
  /** Name in files, in kebab case. */
  String name();

  /** One line for lists. */
  String description();

  /**
   * Reads the group of keys {@code device}, of which {@code kind} has been read. A key that is not
   * read here is an error.
   *
   * @throws org.rpusim.chip.config.ConfigException if a value is missing, wrong or out of range
   */
  default DeviceSpec read(Section section) {
    return DeviceReader.common(name(), section, DeviceParameters.NONE);
  }

  /**
   * Keys of {@code device} that this kind works out of others of its keys, unless they are given. A
   * device preset that lies under the kind does not give them: they are those of another device.
   */
  default ImmutableSet<String> workedOut() {
    return ImmutableSet.of();
  }
}
