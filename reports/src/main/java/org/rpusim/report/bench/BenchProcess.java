package org.rpusim.report.bench;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.rpusim.chip.config.ConfigException;

/**
 * Runs a benchmark in a Java machine of its own with the options of this one, so that none is warm
 * from another, and none is slowed by what another has loaded.
 */
public final class BenchProcess {
  private static final long STOP_MILLIS = 100;

  private BenchProcess() {}

  /**
   * Starts the program anew and reads the values that it prints.
   *
   * @param mainClass the program
   * @param arguments with which it prints lines of name, value and unit, parted by tabs
   * @param stop asked now and then; true ends the program
   * @return its values; none if it was ended before
   * @throws ConfigException if the benchmark could not be done, with its reason
   * @throws IOException if no process can be started
   */
  public static ImmutableList<BenchValue> measure(
      Class<?> mainClass, List<String> arguments, BooleanSupplier stop) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      // The launcher's kept standard error is not handed on to a child.
      if (!option.startsWith("-Drpusim.stderr")) {
        command.add(option);
      }
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass.getName()));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    awaitEnd(process, stop);
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    ImmutableList<BenchValue> values = values(text);
    if (values.isEmpty() && !stop.getAsBoolean()) {
      throw new ConfigException(
          text.isBlank() ? "The benchmark ended without a word." : text.lines().findFirst().get());
    }
    return values;
  }

  /** What it prints, some lines, waits in the pipe. */
  private static void awaitEnd(Process process, BooleanSupplier stop) {
    try {
      while (!process.waitFor(STOP_MILLIS, TimeUnit.MILLISECONDS)) {
        if (stop.getAsBoolean()) {
          process.toHandle().destroy(); // the process itself would close the pipe too
        }
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static ImmutableList<BenchValue> values(String text) {
    return text.lines()
        .map(line -> line.split("\t", -1))
        .filter(cells -> cells.length == 3)
        .map(cells -> new BenchValue(cells[0], Double.parseDouble(cells[1]), cells[2]))
        .collect(ImmutableList.toImmutableList());
  }

  /** The line that {@link #measure} reads. */
  public static String line(BenchValue value) {
    return value.name() + "\t" + value.value() + "\t" + value.unit();
  }
}
