package org.rpusim.report.cli;

import com.google.common.collect.ImmutableList;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.cost.FigureTable;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.report.point.Role;
import org.rpusim.report.table.DataSetTable;
import org.rpusim.report.table.FiguresTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rpusim show}. */
@Command(
    name = "show",
    description =
        "Shows a chip, workload or device: every value with its unit, how firm it is,"
            + " what it means and its default. Of a data set: what is known of it.")
final class ShowCommand extends Subcommand {
  @Parameters(paramLabel = "NAME", description = "A preset (see list) or a YAML file.")
  private String name = "";

  @Option(
      names = "--figures",
      description = "For a chip: what follows from its parts, beside the paper's values.")
  private boolean figures;

  @Override
  public Integer call() {
    if (Role.ofName(name).contains(Role.DATA_SET)) {
      out().print(dataSet());
      out().flush();
      return ExitCode.OK;
    }
    ImmutableList<Subject> subjects = Subject.named(name);
    for (Subject subject : subjects) {
      out().print(figures ? figures(subject) : subject.resolution().annotatedYaml());
    }
    out().flush();
    return ExitCode.OK;
  }

  private String dataSet() {
    if (figures) {
      throw noFigures(Role.DATA_SET.word());
    }
    return DataSetTable.of(name);
  }

  private ConfigException noFigures(String kind) {
    return new ConfigException(
        name + " is a " + kind + "; figures follow from a chip alone.",
        "Maybe leave out --figures.");
  }

  private String figures(Subject subject) {
    ChipSpec chip = subject.chip();
    if (chip == null) {
      throw noFigures(subject.kind());
    }
    return FiguresTable.of(chip.name(), FigureTable.of(chip));
  }
}
