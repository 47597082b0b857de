package org.rpusim.report.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Nearest;
import org.rpusim.chip.math.Kernels;
import org.rpusim.report.bench.BenchProcess;
import org.rpusim.report.bench.BenchValue;
import org.rpusim.report.bench.Benches;
import org.rpusim.report.folder.JsonText;
import org.rpusim.report.table.Numbers;
import org.rpusim.report.table.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rpusim bench}. */
@Command(
    name = "bench",
    description =
        "Measures the simulator's speed on this machine, on one thread, each benchmark in a Java"
            + " machine of its own.",
    footer = {
      "",
      "A training is timed after 60,000 images (the convolutional network: 50,000) in the same Java"
          + " machine, as the median of 9 rounds; cold are its first 3,000 images and its first"
          + " second. Single cycles are timed after 3 s of work, as the median of 7 rounds."
    })
final class BenchCommand extends Subcommand {
  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      description = "Benchmarks (default: all that there are).")
  private List<String> names = List.of();

  @Option(names = "--json", description = "Prints a list of name, value and unit.")
  private boolean json;

  @Option(names = "--in-this-process", hidden = true)
  private boolean here;

  @Override
  public Integer call() throws IOException {
    List<String> wanted = names.isEmpty() ? List.copyOf(Benches.names()) : names;
    wanted.forEach(BenchCommand::check);
    if (here) {
      return measureHere(wanted);
    }
    try (Interrupt interrupt = Interrupt.listen()) {
      return measureAll(wanted, interrupt);
    }
  }

  private int measureAll(List<String> wanted, Interrupt interrupt) throws IOException {
    List<BenchValue> values = new ArrayList<>();
    TextTable table = new TextTable("");
    table.row("benchmark", "measured", "unit", "target", "what");
    int done = 0;
    for (String name : wanted) {
      say(name + " …");
      measure(name, table, values, interrupt);
      if (interrupt.requested()) {
        break;
      }
      done++;
    }
    out().print(json ? json(values) : heading() + table);
    out().flush();
    if (!interrupt.requested()) {
      return ExitCode.OK;
    }
    say("Stopped after " + done + " of " + wanted.size() + " benchmarks.");
    return ExitCode.INTERRUPTED;
  }

  private void say(String sentence) {
    err().println(sentence);
    err().flush();
  }

  private static void check(String name) {
    if (!Benches.names().contains(name)) {
      String near = Nearest.of(name, Benches.names());
      throw new ConfigException(
          "There is no benchmark "
              + name
              + "; there are "
              + String.join(", ", Benches.names())
              + ".",
          near == null ? "Maybe leave it out: all are run." : "Maybe " + near + " is meant.");
    }
  }

  private static void measure(
      String name, TextTable table, List<BenchValue> values, Interrupt interrupt)
      throws IOException {
    Benches.Entry entry = Benches.entry(name);
    try {
      boolean first = true;
      for (BenchValue value :
          BenchProcess.measure(
              Main.class, List.of("bench", name, "--in-this-process"), interrupt::requested)) {
        values.add(value);
        table.row(
            value.name(),
            Numbers.plain(value.value()),
            value.unit(),
            first ? entry.target() : "",
            first ? entry.what() : "");
        first = false;
      }
    } catch (ConfigException e) {
      table.row(name, "–", "", entry.target(), entry.what() + ": " + e.getMessage());
    }
  }

  private int measureHere(List<String> wanted) {
    for (String name : wanted) {
      try {
        Benches.measure(name).forEach(value -> out().println(BenchProcess.line(value)));
      } catch (ConfigException e) {
        out().println(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
      }
    }
    out().flush();
    return ExitCode.OK;
  }

  private static String heading() {
    return "rpusim on one thread, %s kernels, Java %s, %d processors%n%n"
        .formatted(
            Kernels.best().name(),
            Runtime.version().feature(),
            Runtime.getRuntime().availableProcessors());
  }

  private static String json(List<BenchValue> values) {
    return JsonText.of(writer -> {
      writer.writeStartArray();
      for (BenchValue value : values) {
        writer.writeStartObject();
        writer.writeStringProperty("name", value.name());
        writer.writeNumberProperty("value", value.value());
        writer.writeStringProperty("unit", value.unit());
        writer.writeEndObject();
      }
      writer.writeEndArray();
    });
  }
}
