package org.rpusim.chip.preset;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Configured;
import org.rpusim.chip.config.Location;
import org.rpusim.chip.config.Node;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.config.Trees;
import org.rpusim.chip.spec.DeviceKinds;
import org.rpusim.chip.spec.DeviceReader;
import org.rpusim.chip.spec.DeviceSpec;

/** Devices by name, and the key {@code device.preset} that lays one under a chip's own values. */
public final class DevicePresets {
  private static final String GROUP = "device";
  private static final String KIND = "kind";
  private static final String NOTES = "notes";
  private static final String PRESET = "preset";
  private static final String DESCRIPTION = "description";
  private static final Catalogue CATALOGUE =
      new Catalogue(
          GROUP,
          DevicePresets.class,
          "devices",
          ImmutableList.of(
              "rpu-baseline",
              "ideal",
              "floating-point",
              "linear-step",
              "soft-bounds",
              "exponential-step",
              "power-step",
              "piecewise-step",
              "differential-pair"));

  private DevicePresets() {}

  /** Names of the presets, in the order of {@code list}. */
  public static ImmutableList<String> names() {
    return CATALOGUE.names();
  }

  /** One line on a preset. */
  public static String description(String name) {
    Node text = CATALOGUE.preset(name).entries().get(DESCRIPTION);
    return text instanceof Node.Scalar scalar ? scalar.text() : "";
  }

  /**
   * Reads a device.
   *
   * @param nameOrFile name of a preset, or a file with the key {@code device}
   * @throws ConfigException if there is none or it is wrong
   */
  public static Configured<DeviceSpec> load(String nameOrFile, Overrides overrides) {
    Node.Mapping base =
        names().contains(nameOrFile) ? named(nameOrFile) : CATALOGUE.presetOrFile(nameOrFile);
    Node.Mapping file = overrides.ofChip().over(base);
    return DeviceReader.readFile(expand(file), ImmutableSet.of(DESCRIPTION));
  }

  /** What a file says that names a preset alone. */
  private static Node.Mapping named(String preset) {
    Node.Scalar name = new Node.Scalar(preset, Location.COMMAND_LINE);
    return new Node.Mapping(ImmutableMap.of(GROUP, name), Location.COMMAND_LINE);
  }

  /**
   * A chip's tree in which {@code device.preset}, or a name alone after {@code device}, has become
   * the preset's values under the chip's own.
   */
  static Node.Mapping expand(Node.Mapping file) {
    Node device = file.entries().get(GROUP);
    Node preset = device instanceof Node.Mapping group ? group.entries().get(PRESET) : device;
    if (!(preset instanceof Node.Scalar name)) {
      return file;
    }
    if (!CATALOGUE.names().contains(name.text())) {
      String path = device instanceof Node.Scalar ? GROUP : GROUP + "." + PRESET;
      throw CATALOGUE.unknown(
          name.where().of(path) + " is " + name.text() + ", which is no device",
          name.text(),
          "Maybe device.kind is meant: it takes kinds that are no presets too.");
    }
    Node.Mapping none = new Node.Mapping(ImmutableMap.of(), preset.where());
    Node.Mapping own = device instanceof Node.Mapping group ? group.without(PRESET) : none;
    Node.Mapping base = CATALOGUE.preset(name.text()).without(DESCRIPTION);
    return Trees.overlayFiles(underKind(base, own), file.with(GROUP, own));
  }

  /** A preset without the values that the kind of the device above it works out by itself. */
  private static Node.Mapping underKind(Node.Mapping preset, Node.Mapping own) {
    if (!(own.entries().get(KIND) instanceof Node.Scalar kind)
        || !DeviceKinds.names().contains(kind.text())) {
      return preset;
    }
    Node.Mapping kept = preset;
    for (String key : DeviceKinds.of(kind.text()).workedOut()) {
      kept = withoutIn(kept, GROUP, key);
      kept = withoutIn(kept, NOTES, GROUP + "." + key);
    }
    return kept;
  }

  private static Node.Mapping withoutIn(Node.Mapping file, String group, String key) {
    return file.entries().get(group) instanceof Node.Mapping keys
        ? file.with(group, keys.without(key))
        : file;
  }
}
