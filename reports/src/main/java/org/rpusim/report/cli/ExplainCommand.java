package org.rpusim.report.cli;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Nearest;
import org.rpusim.report.explain.Glossary;
import org.rpusim.report.explain.Term;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code rpusim explain}. */
@Command(
    name = "explain",
    description =
        "Explains a figure that runs report: what it is, how it is worked out, what is in it and"
            + " what is not.")
final class ExplainCommand extends Subcommand {
  private static final int LINE = 96;
  private static final int MOST_NAMES = 12;

  @Parameters(
      paramLabel = "METRIC",
      description = "A path of metrics.json, a column of a table, or a reason for waiting.")
  private String metric = "";

  @Override
  public Integer call() {
    Glossary glossary = Glossary.load();
    ImmutableList<Term> found = glossary.find(metric);
    if (found.isEmpty()) {
      throw unknown(glossary);
    }
    for (Term term : found) {
      out().println(term.name() + (term.unit().isEmpty() ? "" : ", in " + term.unit()));
      print(term.definition());
      out().println("  (" + term.place() + ")");
      term.remarks()
          .forEach(remark -> {
            out().println();
            print(remark);
          });
    }
    out().flush();
    return ExitCode.OK;
  }

  private ConfigException unknown(Glossary glossary) {
    ImmutableList<String> alike = glossary.namesWith(metric);
    String near = Nearest.of(metric, glossary.terms().stream().map(Term::name).distinct().toList());
    String advice =
        !alike.isEmpty()
            ? "Maybe " + Joiner.on(", ").join(Iterables.limit(alike, MOST_NAMES)) + "."
            : near != null ? "Maybe " + near + " is meant." : "Maybe look into metrics.json.";
    return new ConfigException("No figure is called " + metric + ".", advice);
  }

  /** Lists keep their lines; all else is filled. */
  private void print(String text) {
    StringBuilder line = new StringBuilder(" ");
    for (String word : text.replaceAll("\n(?!- )", " ").replace("\n", " \n").split(" +", -1)) {
      boolean breaks = word.startsWith("\n");
      if (breaks || line.length() + 1 + word.length() > LINE) {
        out().println(line);
        line = new StringBuilder(" ");
      }
      line.append(' ').append(word.strip());
    }
    out().println(line);
  }
}
