package org.rpusim.report.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpusim.report.point.DefaultChip;
import picocli.CommandLine.Option;

/** Options that say which chip, and what is changed of chip and workload. */
final class ConfigurationOptions {
  @Option(
      names = "--chip",
      paramLabel = "NAME|FILE",
      description =
          "A chip: a preset or a YAML file (default: the one in the workload's file, else "
              + DefaultChip.NAME
              + ").")
  private @Nullable String chip;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Changes a key of the chip or workload; several pairs may follow.")
  private List<String> set = new ArrayList<>();

  /** The chip, or the one for a workload where none is given; see {@link DefaultChip}. */
  String chip(String workload) {
    return chip == null ? DefaultChip.of(workload) : chip;
  }

  /** The chip as it was given, or null. */
  @Nullable String givenChip() {
    return chip;
  }

  /** Keys of the pairs, with nothing behind them. */
  List<String> keys() {
    return set.stream().map(pair -> pair.replaceFirst("=.*", "").strip()).toList();
  }

  /** Pairs as they were given. */
  List<String> pairs() {
    return Collections.unmodifiableList(set);
  }
}
