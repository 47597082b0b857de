package org.rpusim.report.point;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Node;
import org.rpusim.chip.config.YamlReader;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.chip.preset.DevicePresets;
import org.rpusim.workload.data.DataSets;
import org.rpusim.workload.preset.WorkloadPresets;

/** What the name of a preset, or a file, stands for. */
public enum Role {
  /** A chip. */
  CHIP("chip"),
  /** A workload. */
  WORKLOAD("workload"),
  /** A device. */
  DEVICE("device"),
  /** A data set, which has a name alone. */
  DATA_SET("data set");

  private static final String DEVICE_KEY = "device";

  private final String word;

  Role(String word) {
    this.word = word;
  }

  /** What it is called in messages. */
  public String word() {
    return word;
  }

  /** What a preset is, or a data set; empty where there is none of this name. */
  public static ImmutableSet<Role> ofName(String name) {
    if (ChipPresets.names().contains(name)) {
      return ImmutableSet.of(CHIP);
    }
    if (WorkloadPresets.names().contains(name)) {
      return ImmutableSet.of(WORKLOAD);
    }
    if (DevicePresets.names().contains(name)) {
      return ImmutableSet.of(DEVICE);
    }
    return DataSets.names().contains(name) ? ImmutableSet.of(DATA_SET) : ImmutableSet.of();
  }

  /**
   * What a file holds by the keys at its top: a run's {@code config.yaml} a chip and a workload.
   */
  public static ImmutableSet<Role> ofFile(Node.Mapping file) {
    ImmutableSet<String> keys = file.entries().keySet();
    ImmutableSet.Builder<Role> roles = ImmutableSet.builder();
    boolean isWorkload = keys.contains("workload");
    boolean hasDevice = keys.contains(DEVICE_KEY);
    int ofChip = Sets.intersection(keys, ChipPresets.KEYS).size();
    // A device beside a workload is that of a chip: nobody would look at it else.
    if (hasDevice && ofChip == 1 && !isWorkload) {
      roles.add(DEVICE);
    } else if (ofChip > 0) {
      roles.add(CHIP);
    }
    return isWorkload ? roles.add(WORKLOAD).build() : roles.build();
  }

  /** What a preset or file is; empty where there is none, or the file says it of nothing. */
  static ImmutableSet<Role> of(String nameOrFile) {
    ImmutableSet<Role> named = ofName(nameOrFile);
    if (!named.isEmpty()) {
      return named;
    }
    try {
      Path file = Path.of(nameOrFile);
      return Files.isRegularFile(file) ? ofFile(YamlReader.readFile(file)) : ImmutableSet.of();
    } catch (InvalidPathException | ConfigException e) {
      return ImmutableSet.of(); // told when it is read
    }
  }
}
