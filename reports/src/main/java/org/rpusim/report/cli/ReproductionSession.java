package org.rpusim.report.cli;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.report.reproduction.Reproduction;
import org.rpusim.report.study.Study;

/**
 * Many studies of the command {@code reproduce}, the shorter ones first, each in a folder of its
 * own below one; one report of all.
 */
final class ReproductionSession {
  /**
   * What the user gave.
   *
   * @param command as it is to be given to go on
   * @param expectedSeconds wall time of a study
   * @param of what is to be run of a study, in a folder, gone on with or not
   */
  record Given(
      String command,
      List<Study> studies,
      boolean quick,
      @Nullable Path out,
      boolean resume,
      Function<Study, Double> expectedSeconds,
      StudyGiven of) {}

  /** Options of a single study. */
  @FunctionalInterface
  interface StudyGiven {
    StudySession.Given of(Study study, Path folder, boolean resume);
  }

  private final Backend backend;
  private final Given given;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Map<String, String> missing = new LinkedHashMap<>();

  ReproductionSession(Backend backend, Given given, PrintWriter out, PrintWriter err) {
    this.backend = backend;
    this.given = given;
    this.out = out;
    this.err = err;
  }

  /** Runs all and reports; gives the exit code. */
  int run() throws IOException {
    List<Study> studies =
        given.studies().stream().sorted(Comparator.comparing(given.expectedSeconds())).toList();
    Path folder =
        ManyRunsFolder.choose(
            "reproduction" + (given.quick() ? "-quick" : ""),
            given.out(),
            given.resume(),
            "reproduction",
            Reproduction::isIn);
    describe(folder, studies);
    for (Study study : studies) {
      if (runStudy(study, folder.resolve(study.name())) == ExitCode.INTERRUPTED) {
        report(folder, studies);
        err.println("Go on with: " + given.command() + " --resume --out " + folder);
        err.flush();
        return ExitCode.INTERRUPTED;
      }
    }
    report(folder, studies);
    return ExitCode.OK;
  }

  /** A study that cannot be run, for want of its data, is named in the report; the rest goes on. */
  private int runStudy(Study study, Path folder) throws IOException {
    boolean resume = Files.isDirectory(folder.resolve("points"));
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    try {
      StudySession.Given options = given.of().of(study, folder, resume);
      return new StudySession(backend, options, nowhere, err).run(false);
    } catch (ConfigException e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      missing.put(study.name(), reason);
      err.println(study.name() + " cannot be run. " + reason);
      err.flush();
      return ExitCode.OK;
    }
  }

  private void describe(Path folder, List<Study> studies) throws IOException {
    List<String> names = studies.stream().map(Study::name).toList();
    Files.createDirectories(folder);
    Reproduction.describe(folder, given.command(), names, ImmutableMap.copyOf(missing));
  }

  private void report(Path folder, List<Study> studies) throws IOException {
    describe(folder, studies);
    Reproduction reproduction = Reproduction.read(folder);
    reproduction.write(folder);
    out.print(reproduction.table());
    out.println("\nreport.html and reproduction.md in " + folder);
    out.flush();
  }
}
