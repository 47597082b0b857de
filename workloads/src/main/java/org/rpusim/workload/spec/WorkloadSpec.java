package org.rpusim.workload.spec;

/** What a chip is asked to do: one of the kinds of workload file. */
public sealed interface WorkloadSpec
    permits TrainingSpec, TimingSpec, LanguageModelSpec, StreamReadsSpec {
  /** Name of the workload, used in run folders and tables. */
  String name();

  /** One sentence for {@code list}. */
  String description();
}
