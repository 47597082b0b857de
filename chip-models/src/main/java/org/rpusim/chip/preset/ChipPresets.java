package org.rpusim.chip.preset;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Configured;
import org.rpusim.chip.config.Node;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.config.Trees;
import org.rpusim.chip.spec.ChipReader;
import org.rpusim.chip.spec.ChipSpec;

/** Chips by name or file. */
public final class ChipPresets {
  /** What may stand at the top of a chip's file. */
  public static final ImmutableSet<String> KEYS =
      ImmutableSet.of(
          "extends",
          "chip",
          "tile",
          "device",
          "dac",
          "adc",
          "management",
          "update",
          "digital",
          "interconnect",
          "memory",
          "cluster");

  private static final String EXTENDS = "extends";
  private static final int MOST_BASES = 8;
  // A run's config.yaml holds the chip and the workload; each reader takes its own part.
  private static final ImmutableSet<String> NOT_OF_CHIP = ImmutableSet.of("workload", "run");
  private static final Catalogue CATALOGUE =
      new Catalogue(
          "chip",
          ChipPresets.class,
          "chips",
          ImmutableList.of(
              "gokmen2016-design1",
              "gokmen2016-design2",
              "gokmen2016-design3",
              "gokmen2016-cluster-design2",
              "gokmen2016-cluster-design3",
              "gokmen2017-uniform",
              "gokmen2017-bimodal"));

  private ChipPresets() {}

  /** Names of the presets, in the order of {@code list}. */
  public static ImmutableList<String> names() {
    return CATALOGUE.names();
  }

  /** One line on a preset. */
  public static String description(String name) {
    if (CATALOGUE.preset(name).entries().get("chip") instanceof Node.Mapping chip
        && chip.entries().get("description") instanceof Node.Scalar description) {
      return description.text(); // a chip is much to read for one line of a list
    }
    return load(name, Overrides.NONE).spec().description();
  }

  /**
   * Reads a chip.
   *
   * @param nameOrFile name of a preset, or a YAML file; either may say {@code extends: NAME}
   * @param overrides laid over the file; those of the workload are left alone
   * @throws ConfigException if there is no such chip, or anything in it is wrong
   */
  public static Configured<ChipSpec> load(String nameOrFile, Overrides overrides) {
    Node.Mapping own = CATALOGUE.presetOrFile(nameOrFile);
    Node.Mapping whole = overrides.ofChip().over(withBases(own, 0));
    return ChipReader.read(
        DevicePresets.expand(whole), CATALOGUE.defaultName(nameOrFile), NOT_OF_CHIP);
  }

  /**
   * A chip that differs from another in some keys.
   *
   * @param keys laid over the file that the chip was read from; a device preset starts afresh
   * @throws ConfigException if one of them is wrong
   */
  public static ChipSpec variant(ChipSpec chip, Node.Mapping keys) {
    Node.Mapping whole = Trees.overlayFiles(chip.source().file(), keys);
    return ChipReader.read(DevicePresets.expand(whole), chip.name(), NOT_OF_CHIP).spec();
  }

  private static Node.Mapping withBases(Node.Mapping file, int depth) {
    Node base = file.entries().get(EXTENDS);
    if (base == null) {
      return file;
    }
    String place = base.where().of(EXTENDS);
    if (!(base instanceof Node.Scalar name)) {
      throw new ConfigException(
          place + " is " + base.kind() + ", but must be the name of a chip.",
          "Maybe " + CATALOGUE.names().getFirst() + " is meant.");
    }
    if (!CATALOGUE.names().contains(name.text())) {
      throw CATALOGUE.unknown(
          place + " is " + name.text() + ", which is no chip preset",
          name.text(),
          "Maybe copy the other file's keys into this one: only presets can be extended.");
    }
    if (depth == MOST_BASES) {
      throw new ConfigException(place + " extends more than " + MOST_BASES + " chips in a row.");
    }
    Node.Mapping lower = withBases(CATALOGUE.preset(name.text()), depth + 1);
    // A chip that extends another is another chip: it does not take over its name.
    return Trees.overlayFiles(Trees.without(lower, "chip", "name"), file.without(EXTENDS));
  }
}
