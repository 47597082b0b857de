package org.rpusim.report.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Overrides;
import org.rpusim.workload.spec.LanguageModelSpec;
import org.rpusim.workload.spec.TrainingSpec;
import org.rpusim.workload.spec.WorkloadSpec;
import picocli.CommandLine.Option;

/** Options of all commands that run workloads: how long, on which data, and how much is told. */
final class SourceOptions {
  @Option(names = "--epochs", paramLabel = "N", description = "Short for workload.epochs.")
  private @Nullable Integer epochs;

  @Option(names = "--samples", paramLabel = "N", description = "Short for workload.samples.")
  private @Nullable Integer samples;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of the data set's files, instead of its own source.")
  private @Nullable Path data;

  @Option(
      names = "--text",
      paramLabel = "FILE",
      description = "Text that a language model learns, plain or .gz (default: embedded grammar).")
  private @Nullable Path text;

  @Option(names = "--quiet", description = "Shows no progress.")
  private boolean quiet;

  /**
   * Values of {@code --set}, with what {@code --epochs} and {@code --samples} are short for.
   *
   * @throws ConfigException if they are below 1, or a pair is none
   */
  Overrides over(List<String> set) {
    Overrides all = Overrides.parse(set);
    if (epochs != null) {
      int given = atLeastOne("--epochs", epochs);
      all = all.withOption("--epochs", "workload.epochs", String.valueOf(given));
    }
    if (samples != null) {
      int given = atLeastOne("--samples", samples);
      all = all.withOption("--samples", "workload.samples", String.valueOf(given));
    }
    return all;
  }

  /** As {@link #over}, with what {@code --text} is short for; {@code --set} wins over it. */
  Overrides overWithText(List<String> set) {
    return over(text == null ? set : withText(set));
  }

  /**
   * Pairs of {@code --set}, with what {@code --epochs} and {@code --samples} are short for.
   *
   * @throws ConfigException if they are below 1
   */
  List<String> pairs(List<String> set) {
    List<String> pairs = new ArrayList<>(set);
    if (epochs != null) {
      pairs.add("workload.epochs=" + atLeastOne("--epochs", epochs));
    }
    if (samples != null) {
      pairs.add("workload.samples=" + atLeastOne("--samples", samples));
    }
    return pairs;
  }

  /** As {@link #pairs}, with what {@code --text} is short for; {@code --set} wins over it. */
  List<String> pairsWithText(List<String> set) {
    return text == null ? pairs(set) : withText(pairs(set));
  }

  private static List<String> withText(List<String> set) {
    List<String> pairs = new ArrayList<>(set);
    pairs.addFirst("workload.text=" + LanguageModelSpec.FILE);
    return pairs;
  }

  /**
   * Refuses {@code --data} or {@code --text} where the workload would not look at it.
   *
   * @throws ConfigException if it is refused
   */
  void requireFit(WorkloadSpec workload) {
    if (text != null && !(workload instanceof LanguageModelSpec)) {
      throw new ConfigException(
          workload.name() + " reads no text, so --text means nothing with it.",
          "Maybe a language model is meant, such as lstm2-64.");
    }
    if (data != null && !(workload instanceof TrainingSpec)) {
      throw new ConfigException(
          workload.name() + " reads no data set, so --data means nothing with it.",
          workload instanceof LanguageModelSpec
              ? "Maybe --text FILE is meant."
              : "Maybe a training is meant, such as mlp-mnist.");
    }
  }

  /**
   * Epochs, or what is given here where the user says nothing.
   *
   * @throws ConfigException if they are below 1
   */
  int epochsOr(int standard) {
    return epochs == null ? standard : atLeastOne("--epochs", epochs);
  }

  /** As {@link #epochsOr}, of samples. */
  int samplesOr(int standard) {
    return samples == null ? standard : atLeastOne("--samples", samples);
  }

  /** Folder of the data set, or null. */
  @Nullable Path data() {
    return data;
  }

  /** File of a text, or null. */
  @Nullable Path text() {
    return text;
  }

  /** How much is told while runs go on. */
  Progress.Style progress() {
    if (quiet) {
      return Progress.Style.QUIET;
    }
    return Terminal.watchesStandardError() ? Progress.Style.BAR : Progress.Style.LINES;
  }

  /** Options as they were given that change what is run, with a blank before each. */
  String given() {
    return length() + sources(data, text);
  }

  /** Those of them that say what is learnt; either may be null. */
  static String sources(@Nullable Path data, @Nullable Path text) {
    return (data == null ? "" : " --data " + data) + (text == null ? "" : " --text " + text);
  }

  /** Folder or file that is read instead of a set's own source; empty for none. */
  static String path(@Nullable Path data, @Nullable Path text) {
    Path given = data != null ? data : text;
    return given == null ? "" : given.toString();
  }

  /** Those of them that say how long is trained. */
  String length() {
    return (epochs == null ? "" : " --epochs " + epochs)
        + (samples == null ? "" : " --samples " + samples);
  }

  /** Refuses 0 and less. */
  static int atLeastOne(String option, int value) {
    if (value < 1) {
      throw new ConfigException(
          option + " is " + value + ", but must be 1 or more.", "Maybe leave it out.");
    }
    return value;
  }
}
