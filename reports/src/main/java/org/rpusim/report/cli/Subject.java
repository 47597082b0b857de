package org.rpusim.report.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Configured;
import org.rpusim.chip.config.Nearest;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.config.Resolution;
import org.rpusim.chip.config.YamlReader;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.chip.preset.DevicePresets;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.report.point.Role;
import org.rpusim.workload.data.DataSets;
import org.rpusim.workload.preset.WorkloadPresets;

/**
 * A chip, workload or device that a user named.
 *
 * @param kind {@code chip}, {@code workload} or {@code device}
 * @param resolution its parameters
 * @param chip the chip, if it is one
 */
record Subject(String kind, Resolution resolution, @Nullable ChipSpec chip) {
  /**
   * What a name or file stands for: one subject, or a chip and a workload for a run's {@code
   * config.yaml}.
   *
   * @throws ConfigException if there is nothing of this name, or the file is wrong
   */
  static ImmutableList<Subject> named(String nameOrFile) {
    ImmutableSet<Role> named = Role.ofName(nameOrFile);
    if (!named.isEmpty()) {
      return read(named, nameOrFile);
    }
    if (nameOrFile.endsWith(".yaml") || nameOrFile.endsWith(".yml") || nameOrFile.contains("/")) {
      return inFile(nameOrFile);
    }
    if (nameOrFile.isBlank()) {
      throw new ConfigException(
          "The name of the chip, workload, device or data set is empty.",
          "Maybe a variable of the shell is empty.");
    }
    List<String> names = new ArrayList<>(ChipPresets.names());
    names.addAll(WorkloadPresets.names());
    names.addAll(DevicePresets.names());
    names.addAll(DataSets.names());
    String near = Nearest.of(nameOrFile, names);
    throw new ConfigException(
        "There is no chip, workload, device or data set "
            + nameOrFile
            + "; there are "
            + String.join(", ", names)
            + ".",
        near == null
            ? "Maybe a file was meant: its name ends in .yaml."
            : "Maybe " + near + " is meant.");
  }

  /**
   * The subjects of a file.
   *
   * @throws ConfigException if it cannot be read or is wrong
   */
  static ImmutableList<Subject> inFile(String file) {
    ImmutableSet<Role> roles = Role.ofFile(YamlReader.readFile(Path.of(file)));
    if (roles.isEmpty()) {
      throw new ConfigException(
          file + " has none of the keys chip, extends, workload and device at its top.",
          "Maybe \"extends: " + ChipPresets.names().getFirst() + "\" is missing.");
    }
    if (roles.contains(Role.WORKLOAD)) {
      RunFile.of(file); // what it says of the run must be right too
    }
    return read(roles, file);
  }

  private static ImmutableList<Subject> read(ImmutableSet<Role> roles, String nameOrFile) {
    return roles.stream()
        .map(role ->
            switch (role) {
              case CHIP -> chip(nameOrFile);
              case WORKLOAD -> workload(nameOrFile);
              case DEVICE -> device(nameOrFile);
              case DATA_SET -> throw new IllegalArgumentException(nameOrFile);
            })
        .collect(ImmutableList.toImmutableList());
  }

  private static Subject chip(String nameOrFile) {
    Configured<ChipSpec> chip = ChipPresets.load(nameOrFile, Overrides.NONE);
    return new Subject("chip", chip.resolution(), chip.spec());
  }

  private static Subject workload(String nameOrFile) {
    return new Subject(
        "workload", WorkloadPresets.load(nameOrFile, Overrides.NONE).resolution(), null);
  }

  private static Subject device(String nameOrFile) {
    return new Subject("device", DevicePresets.load(nameOrFile, Overrides.NONE).resolution(), null);
  }
}
