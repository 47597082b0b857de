package org.rpusim.report.point;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.config.Parameter;
import org.rpusim.chip.config.Resolution;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.workload.preset.WorkloadPresets;

/** Finds where a key belongs that was written without the group that it is in. */
public final class MisplacedKeys {
  private MisplacedKeys() {}

  /**
   * Refuses keys that are written without their group, such as {@code epochs}.
   *
   * @param place what stands before a key in the message, such as {@code --set}
   * @param keys of a chip or workload; those with a dot are left alone
   * @param chip preset or file
   * @param workload preset or file
   * @throws ConfigException if there is such a key, and its group is known
   */
  public static void refuse(String place, Collection<String> keys, String chip, String workload) {
    for (String key : keys) {
      String path = key.indexOf('.') < 0 ? pathOf(key, chip, workload) : null;
      if (path != null) {
        throw new ConfigException(
            place + " " + key + " is no key; keys are written with their groups, as tile.rows is.",
            "Maybe " + path + " is meant.");
      }
    }
  }

  /**
   * The whole path of a key that is the last word of one of a chip's or workload's, or null.
   *
   * @param key a word without dots
   */
  public static @Nullable String pathOf(String key, String chip, String workload) {
    ImmutableList<String> paths =
        ImmutableList.<String>builder().addAll(ofChip(chip)).addAll(ofWorkload(workload)).build();
    if (paths.stream().anyMatch(path -> path.startsWith(key + "."))) {
      return null; // a group
    }
    ImmutableSet<String> found =
        paths.stream()
            .filter(path -> path.endsWith("." + key))
            .collect(ImmutableSet.toImmutableSet());
    return found.isEmpty() ? null : found.stream().limit(3).collect(Collectors.joining(" or "));
  }

  private static ImmutableList<String> ofChip(String chip) {
    try {
      return paths(ChipPresets.load(chip, Overrides.NONE).resolution());
    } catch (ConfigException e) {
      return ImmutableList.of(); // told when it is read
    }
  }

  private static ImmutableList<String> ofWorkload(String workload) {
    try {
      return paths(WorkloadPresets.load(workload, Overrides.NONE).resolution());
    } catch (ConfigException e) {
      return ImmutableList.of(); // told when it is read
    }
  }

  private static ImmutableList<String> paths(Resolution resolution) {
    return resolution.parameters().stream()
        .map(Parameter::path)
        .collect(ImmutableList.toImmutableList());
  }
}
