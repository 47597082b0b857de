package org.rpusim.report.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.rpusim.chip.config.ConfigException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code rpusim check}. */
@Command(name = "check", description = "Checks chip, workload and device files.")
final class CheckCommand extends Subcommand {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "YAML files.")
  private List<String> files = List.of();

  @Override
  public Integer call() {
    int code = ExitCode.OK;
    for (String file : files) {
      try {
        String kinds =
            Subject.inFile(file).stream().map(Subject::kind).collect(Collectors.joining(" and a "));
        out().println(file + " is a valid " + kinds + ".");
      } catch (ConfigException e) {
        out().flush();
        e.all().forEach(error -> err().println(Messages.withAdvice(error, "check")));
        err().flush();
        code = ExitCode.WRONG_INPUT;
      }
    }
    out().flush();
    return code;
  }
}
