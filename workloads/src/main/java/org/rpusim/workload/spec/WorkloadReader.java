package org.rpusim.workload.spec;

import static org.rpusim.chip.config.Firmness.ASSUMPTION;
import static org.rpusim.chip.config.Firmness.GIVEN;
import static org.rpusim.chip.config.Section.REQUIRED;
import static org.rpusim.chip.config.ValueTypes.flag;
import static org.rpusim.chip.config.ValueTypes.name;
import static org.rpusim.chip.config.ValueTypes.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Configured;
import org.rpusim.chip.config.Node;
import org.rpusim.chip.config.Section;

/** Reads a workload file. */
public final class WorkloadReader {
  private static final String TRAINING = "training";
  private static final String LANGUAGE_MODEL = "language-model";
  private static final ImmutableList<String> KINDS =
      ImmutableList.of(TRAINING, "stream-reads", LANGUAGE_MODEL);

  private WorkloadReader() {}

  /**
   * Reads a whole workload.
   *
   * @param file the tree of the file, with the top-level key {@code workload}
   * @param defaultName name of a workload that gives itself none
   * @param ignored top-level keys that are not the workload's
   * @throws ConfigException if a value is missing, wrong or out of range, or a key unknown
   */
  public static Configured<WorkloadSpec> read(
      Node.Mapping file, String defaultName, ImmutableSet<String> ignored) {
    return Section.read(file, ignored, root -> workload(root.section("workload"), defaultName));
  }

  private static WorkloadSpec workload(Section workload, String defaultName) {
    String kind = workload.read("kind", name(KINDS), REQUIRED, GIVEN, "what is done");
    String name = workload.read("name", text(), defaultName, GIVEN, "in tables and run folders");
    String description = workload.read("description", text(), "a workload", GIVEN, "for lists");
    return switch (kind) {
      case TRAINING -> network(workload, name, description);
      case LANGUAGE_MODEL -> LanguageModelReader.read(workload, name, description);
      default -> StreamReadsReader.read(workload, name, description);
    };
  }

  private static WorkloadSpec network(Section workload, String name, String description) {
    boolean timing =
        workload.read(
            "timingOnly", flag(), "false", ASSUMPTION, "expected activity instead of data");
    return timing
        ? TimingReader.read(workload, name, description)
        : TrainingReader.read(workload, name, description);
  }
}
