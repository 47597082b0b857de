package org.rpusim.report.point;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.spec.LanguageModelSpec;
import org.rpusim.workload.spec.StreamReadsSpec;
import org.rpusim.workload.spec.TimingSpec;
import org.rpusim.workload.spec.TrainingSpec;
import org.rpusim.workload.spec.WorkloadSpec;
import org.rpusim.workload.text.Texts;

/** What points learn: each data set and text is read once and shared, by several threads too. */
public final class PointData {
  private final Function<TrainingSpec, DataSet> dataOf;
  private final @Nullable Path text;
  private final Map<String, DataSet> read = new ConcurrentHashMap<>();

  /**
   * Creates a source that has read nothing yet.
   *
   * @param dataOf gets the data set of a training
   * @param text file that language models learn, or null for what their workload says
   */
  public PointData(Function<TrainingSpec, DataSet> dataOf, @Nullable Path text) {
    this.dataOf = dataOf;
    this.text = text;
  }

  /** Whether language models learn a file. */
  public boolean hasText() {
    return text != null;
  }

  /**
   * The samples of a workload, or null where it needs none.
   *
   * @throws org.rpusim.chip.config.ConfigException if they are wrong or not to be had
   */
  public @Nullable DataSet of(WorkloadSpec workload) {
    return switch (workload) {
      case TrainingSpec training ->
          read.computeIfAbsent(training.dataSet(), name -> dataOf.apply(training));
      case LanguageModelSpec language ->
          read.computeIfAbsent(textKey(language), key -> Texts.load(language, text));
      case TimingSpec timing -> null;
      case StreamReadsSpec stream -> null;
    };
  }

  private static String textKey(LanguageModelSpec spec) {
    return spec.text() + " " + spec.characters() + " " + spec.testFraction();
  }
}
