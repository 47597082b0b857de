package org.rpusim.report.cli;

import static org.rpusim.chip.config.Firmness.GIVEN;
import static org.rpusim.chip.config.ValueTypes.custom;
import static org.rpusim.chip.config.ValueTypes.flag;
import static org.rpusim.chip.config.ValueTypes.number;
import static org.rpusim.chip.config.ValueTypes.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Range;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Node;
import org.rpusim.chip.config.Section;
import org.rpusim.chip.config.ValueType;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.data.DataSum;
import org.rpusim.workload.preset.WorkloadPresets;

/**
 * What the file of a workload says of the run, in its group {@code run}, as a run's own {@code
 * config.yaml} does: with it the run can be repeated. Presets and most files say nothing.
 */
final class RunFile {
  private static final String GROUP = "run";
  private static final String SEED = "seed";
  private static final String VERSION = "version";
  private static final String DATA = "dataSha256";
  private static final String WEIGHTS = "weightsSha256";
  private static final String INFERENCE = "inference";
  private static final String UNTIL_ERROR = "untilErrorPercent";
  private static final ImmutableList<String> KEYS =
      ImmutableList.of(SEED, VERSION, DATA, WEIGHTS, INFERENCE, UNTIL_ERROR);
  private static final ValueType<Long> WHOLE =
      custom(Long::parseLong, String::valueOf, "a whole number", "1");

  private final Section run;
  private final @Nullable Long seed;
  private final @Nullable String version;
  private final @Nullable String data;
  private final @Nullable String weights;
  private final boolean inference;
  private final @Nullable Double untilErrorPercent;

  private RunFile(Section run) {
    this.run = run;
    KEYS.forEach(run::optional);
    seed = read(SEED, WHOLE);
    version = read(VERSION, text());
    data = read(DATA, text());
    weights = read(WEIGHTS, text());
    inference = Boolean.TRUE.equals(read(INFERENCE, flag()));
    untilErrorPercent = read(UNTIL_ERROR, number(Range.closed(0.0, 100.0)));
  }

  private <T> @Nullable T read(String key, ValueType<T> type) {
    return run.has(key) ? run.read(key, type, Section.REQUIRED, GIVEN, "of the run") : null;
  }

  /**
   * Reads the group of a workload's file.
   *
   * @param workload preset or file
   * @throws ConfigException if there is no such workload, or a key of the group is wrong
   */
  static RunFile of(String workload) {
    Node.Mapping beside = WorkloadPresets.besideWorkload(workload);
    Node group = beside.entries().get(GROUP);
    Node.Mapping own =
        new Node.Mapping(
            group == null ? ImmutableMap.of() : ImmutableMap.of(GROUP, group), beside.where());
    Section root = Section.root(own, ImmutableSet.of());
    RunFile file = new RunFile(root.section(GROUP));
    root.finish();
    return file;
  }

  /** The group as {@code config.yaml} has it, so that {@link #of} reads it. */
  static String yaml(
      long seed, @Nullable DataSet data, String version, CourseOptions.Given course) {
    StringBuilder text = new StringBuilder(GROUP).append(":\n");
    append(text, SEED, seed);
    append(text, VERSION, version);
    append(text, DATA, data == null ? null : DataSum.sha256(data));
    append(text, WEIGHTS, course.weights() == null ? null : sha256(course.weights()));
    append(text, INFERENCE, course.inference() ? true : null);
    append(text, UNTIL_ERROR, course.untilErrorPercent());
    return text.toString();
  }

  private static void append(StringBuilder text, String key, @Nullable Object value) {
    if (value != null) {
      text.append("  ").append(key).append(": ").append(value).append('\n');
    }
  }

  /** The seed, or null. */
  @Nullable Long seed() {
    return seed;
  }

  /** Version of the program that wrote it, or null. */
  @Nullable String version() {
    return version;
  }

  /** Whether the test set alone was run. */
  boolean inference() {
    return inference;
  }

  /** Test error at which a training ends, %, or null. */
  @Nullable Double untilErrorPercent() {
    return untilErrorPercent;
  }

  /**
   * Refuses other data than those of the run.
   *
   * @param read what was read, or null for none
   */
  void requireData(@Nullable DataSet read) {
    String sum = read == null ? "none, as nothing is learnt" : DataSum.sha256(read);
    if (data != null && !data.equals(sum)) {
      throw run.bad(
          DATA,
          "must be that of the data that are read, " + sum,
          "Maybe give the run's own data with --data or --text; or leave the key out to take these.");
    }
  }

  /**
   * Refuses other weights than those that the run began with.
   *
   * @param file saved weights, or null for none
   */
  void requireWeights(@Nullable Path file) {
    if (weights != null && file == null) {
      throw run.bad(
          WEIGHTS,
          "must be that of the file of --weights, which is not given",
          "Maybe add --weights RUN/weights.bin; or leave the key out to begin anew.");
    }
    if (weights != null && file != null && !weights.equals(sha256(file))) {
      throw run.bad(
          WEIGHTS,
          "must be that of " + file + ", " + sha256(file),
          "Maybe another file is meant; or leave the key out to begin with these.");
    }
  }

  private static String sha256(Path file) {
    try {
      return MoreFiles.asByteSource(file).hash(Hashing.sha256()).toString();
    } catch (IOException e) {
      throw new ConfigException(
          Files.isDirectory(file)
              ? "--weights " + file + " is a folder, but must be a file."
              : "There is no file " + file + ", which --weights names, or it is not yours to read.",
          "Maybe another file is meant: a run folder has a weights.bin.");
    }
  }
}
