package org.rpusim.workload.preset;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Configured;
import org.rpusim.chip.config.Node;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.preset.Catalogue;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.workload.spec.WorkloadReader;
import org.rpusim.workload.spec.WorkloadSpec;

/** Workloads by name or file. */
public final class WorkloadPresets {
  // A run's config.yaml holds the chip and the workload; each reader takes its own part.
  private static final ImmutableSet<String> NOT_OF_WORKLOAD =
      ImmutableSet.<String>builder().add("run").addAll(ChipPresets.KEYS).build();
  private static final Catalogue CATALOGUE =
      new Catalogue(
          "workload",
          WorkloadPresets.class,
          "workloads",
          ImmutableList.of(
              "mlp-mnist",
              "mlp-digits",
              "cnn-mnist",
              "cnn-digits",
              "alexnet",
              "vgg16",
              "resnet18",
              "resnet50",
              "dnn-1g",
              "dnn-1t",
              "lstm-grammar",
              "lstm2-64",
              "lstm2-128",
              "lstm2-256",
              "lstm2-512",
              "stream-reads"));

  private WorkloadPresets() {}

  /** Names of the presets, in the order of {@code list}. */
  public static ImmutableList<String> names() {
    return CATALOGUE.names();
  }

  /** One line on a preset. */
  public static String description(String name) {
    String description = text(name, "description");
    return description == null ? load(name, Overrides.NONE).spec().description() : description;
  }

  /** Names of the presets that train on a data set. */
  public static ImmutableList<String> on(String dataSet) {
    return CATALOGUE.names().stream()
        .filter(name -> dataSet.equals(text(name, "data")))
        .collect(ImmutableList.toImmutableList());
  }

  /** A key of a preset's workload as it is written, unread: networks of many layers take time. */
  private static @Nullable String text(String name, String key) {
    return CATALOGUE.preset(name).entries().get("workload") instanceof Node.Mapping workload
            && workload.entries().get(key) instanceof Node.Scalar value
        ? value.text()
        : null;
  }

  /**
   * What a file says beside its workload, unread: a run's {@code config.yaml} has the chip and the
   * group {@code run} too. Of a preset that is nothing.
   *
   * @throws ConfigException if there is no such workload
   */
  public static Node.Mapping besideWorkload(String nameOrFile) {
    Node.Mapping file = CATALOGUE.presetOrFile(nameOrFile);
    ImmutableMap<String, Node> others =
        ImmutableMap.copyOf(Maps.filterKeys(file.entries(), NOT_OF_WORKLOAD::contains));
    return new Node.Mapping(others, file.where());
  }

  /**
   * Reads a workload.
   *
   * @param nameOrFile name of a preset, or a YAML file
   * @param overrides laid over the file; those of the chip are left alone
   * @throws ConfigException if there is no such workload, or anything in it is wrong
   */
  public static Configured<WorkloadSpec> load(String nameOrFile, Overrides overrides) {
    Node.Mapping file = overrides.ofWorkload().over(CATALOGUE.presetOrFile(nameOrFile));
    return WorkloadReader.read(file, CATALOGUE.defaultName(nameOrFile), NOT_OF_WORKLOAD);
  }
}
