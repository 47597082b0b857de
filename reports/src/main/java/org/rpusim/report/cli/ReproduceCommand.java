package org.rpusim.report.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.report.study.Scale;
import org.rpusim.report.study.Studies;
import org.rpusim.report.study.Study;
import org.rpusim.report.table.Numbers;
import org.rpusim.report.table.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rpusim reproduce}. */
@Command(
    name = "reproduce",
    description =
        "Runs a published study and prints what was measured beside what is published."
            + " \"all\" runs all studies of papers and writes one report. Without a name, lists the"
            + " studies.",
    footer = {
      "",
      "Each run is kept in the folder as soon as it is done: a study that was stopped goes on with"
          + " --resume."
    })
final class ReproduceCommand extends Subcommand {
  private static final String ALL = "all";

  private final Backend backend;

  @Parameters(
      paramLabel = "STUDY",
      arity = "0..1",
      description = "A study of the list, a YAML file, or all.")
  private @Nullable String name;

  @Option(
      names = "--quick",
      description = "Runs so few samples that the order of the configurations shows in minutes.")
  private boolean quick;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description =
          "Panels or points, such as A,C: these, and what they are compared with. Of all: studies.")
  private List<String> only = List.of();

  @Option(names = "--json", description = "Prints results.json instead of the table.")
  private boolean json;

  @Mixin private SourceOptions source = new SourceOptions();

  @Mixin private ManyRunsOptions runs = new ManyRunsOptions();

  ReproduceCommand(Backend backend) {
    this.backend = backend;
  }

  @Override
  public Integer call() throws IOException {
    String wanted = name;
    if (wanted == null) {
      list();
      return ExitCode.OK;
    }
    if (wanted.equals(ALL)) {
      return all();
    }
    Study whole = Studies.load(wanted);
    Study study = only.isEmpty() ? whole : whole.only(only);
    StudySession.Given given = given(command(wanted) + only(), study, runs.out(), runs.resume());
    return new StudySession(backend, given, out(), err()).run(json);
  }

  private int all() throws IOException {
    if (json) {
      throw new ConfigException(
          "--json is for one study; all of them leave comparison.csv, and results.json each.",
          "Maybe leave out --json.");
    }
    List<Study> studies = studies();
    studies.forEach(study -> partOfAll(study, null, false)); // wrong options are told at once
    ReproductionSession.Given given =
        new ReproductionSession.Given(
            command(ALL) + only(),
            studies,
            quick,
            runs.out(),
            runs.resume(),
            study -> study.expectedSeconds(standardScale(study), quick, 1),
            this::partOfAll);
    return new ReproductionSession(backend, given, out(), err()).run();
  }

  /** The command with all options that change what is run, but --only, for whoever repeats it. */
  private String command(String what) {
    return "rpusim reproduce "
        + what
        + (quick ? " --quick" : "")
        + (runs.seeds() == null ? "" : " --seeds " + runs.seeds())
        + source.given();
  }

  private String only() {
    return only.isEmpty() ? "" : " --only " + String.join(",", only);
  }

  /** Those of papers, or those that are named. */
  private List<Study> studies() {
    return (only.isEmpty() ? Studies.names() : only)
        .stream()
            .map(Studies::load)
            .filter(study -> !only.isEmpty() || !study.source().isEmpty())
            .toList();
  }

  private StudySession.Given partOfAll(Study study, @Nullable Path folder, boolean goesOn) {
    return given(command(study.name()), study, folder, goesOn);
  }

  private StudySession.Given given(
      String command, Study study, @Nullable Path folder, boolean goesOn) {
    return new StudySession.Given(
        command,
        study,
        scale(standardScale(study)),
        quick,
        runs.threads(),
        source.data(),
        source.text(),
        folder,
        goesOn,
        source.progress());
  }

  private Scale standardScale(Study study) {
    return quick ? study.quick() : study.full();
  }

  private Scale scale(Scale standard) {
    Integer seeds = runs.seeds();
    return new Scale(
        source.epochsOr(standard.epochs()),
        source.samplesOr(standard.samples()),
        seeds == null ? standard.seeds() : seeds);
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  private void list() {
    int processors = processors();
    TextTable table = new TextTable("  ");
    table.row("study", "full", "--quick", "");
    double full = 0;
    double quickly = 0;
    for (String study : Studies.names()) {
      Study read = Studies.load(study);
      boolean ofPaper = !read.source().isEmpty();
      full += ofPaper ? read.expectedSeconds(read.full(), false, processors) : 0;
      quickly += ofPaper ? read.expectedSeconds(read.quick(), true, processors) : 0;
      table.row(
          study,
          about(read.expectedSeconds(read.full(), false, processors)),
          about(read.expectedSeconds(read.quick(), true, processors)),
          read.description());
    }
    table.row(ALL, about(full), about(quickly), "all of them that are of papers, in one report");
    out().print(table);
    out()
        .printf(
            Locale.ROOT,
            "%nTimes are rough, for %d at a time on this machine's processors.%n"
                + "Run one with: rpusim reproduce STUDY [--quick]%n",
            processors);
    out().flush();
  }

  private static String about(double seconds) {
    return (seconds < 30
            ? StrictMath.max(1, StrictMath.round(seconds)) + " s"
            : Numbers.duration(StrictMath.max(60, 60 * StrictMath.rint(seconds / 60))))
        .replace(" 00 s", "");
  }
}
