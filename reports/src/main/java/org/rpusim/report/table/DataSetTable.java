package org.rpusim.report.table;

import org.rpusim.workload.data.DataSetFacts;
import org.rpusim.workload.data.DataSets;
import org.rpusim.workload.preset.WorkloadPresets;

/** What is known of a data set, for people. */
public final class DataSetTable {
  private DataSetTable() {}

  /** The text of the table. */
  public static String of(String name) {
    DataSetFacts facts = DataSets.facts(name);
    return new TextTable("")
        .row("data set", name)
        .row("samples", facts.samples())
        .row("inputs", facts.inputs())
        .row("classes", String.valueOf(facts.classes()))
        .row("source", facts.source())
        .row("licence", facts.licence())
        .row("kept in", facts.place())
        .row("workloads", String.join(", ", WorkloadPresets.on(name)))
        .toString();
  }
}
