package org.rpusim.report.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say which chip, and what is changed of chip and workload. */
final class ConfigurationOptions {
  private static final String DEFAULT_CHIP = "gokmen2016-design2";

  @Option(
      names = "--chip",
      paramLabel = "NAME|FILE",
      description = "A chip: a preset or a YAML file (default: " + DEFAULT_CHIP + ").")
  private @Nullable String chip;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Changes a key of the chip or workload; several pairs may follow.")
  private List<String> set = new ArrayList<>();

  /** The chip, or the default one. */
  String chip() {
    return chip == null ? DEFAULT_CHIP : chip;
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
