package org.rpusim.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** What explain and completion print. */
final class ExplainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return new Cli(new PrintWriter(out), new PrintWriter(err), new SimulatorBackend())
        .execute(arguments);
  }

  @Test
  void aFigureHasItsUnitFormulaAndWhatIsInIt() {
    assertThat(run("explain", "energy.totalJoules")).isZero();
    assertThat(out.toString())
        .startsWith("energy.totalJoules, in J\n")
        .contains("static power included")
        .contains("Reads that bound management repeats are in all of them");
  }

  @Test
  void anUnknownFigureGetsOnesThatAreAlike() {
    assertThat(run("explain", "joules")).isEqualTo(2);
    assertThat(err.toString()).contains("joules").contains("Maybe").contains("energy.totalJoules");
  }

  @Test
  void completionKnowsCommandsAndOptions() {
    assertThat(run("completion")).isZero();
    assertThat(out.toString()).startsWith("#!").contains("rpusim").contains("--checkpoint-every");
  }
}
