package org.rpusim.workload.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.Workers;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.spec.TimingSpec;

/** What is counted without being simulated is what the full simulation counts. */
final class PeriodSkippingTest {
  /** The whole study has 1,000; {@code -Drpusim.periodCases} sets the number. */
  private static final int CASES = Integer.getInteger("rpusim.periodCases", 60);

  private static final int SAMPLES = 150;

  private static void assertSame(String description, RunResult skipped, RunResult simulated) {
    assertThat(skipped.metrics().values())
        .as(description)
        .containsExactlyEntriesOf(simulated.metrics().values());
    assertThat(skipped.components()).as(description).isEqualTo(simulated.components());
    assertThat(skipped.layerTable()).as(description).isEqualTo(simulated.layerTable());
  }

  /** A failure prints its chip and its workload. */
  @Test
  void randomChipsAndProgramsGiveTheSameResult() {
    TestCases random = new TestCases(17);
    Multiset<String> cases = HashMultiset.create();
    Multiset<String> repeating = HashMultiset.create();
    for (int i = 0; i < CASES; i++) {
      List<String> settings = new ArrayList<>(TimingCases.randomChip(random));
      settings.addAll(TimingCases.randomInterconnect(random));
      settings.add("chip.tiles=" + random.oneOf("100", "144"));
      ChipSpec chip = TestCases.chip(settings.toArray(new String[0]));
      TimingSpec spec = TimingCases.randomWorkload(random, SAMPLES + random.between(0, 60));
      Notices notices = new Notices();
      RunOptions options = new RunOptions(1, Kernels.of("scalar"), Workers.NONE, true);
      RunResult skipped = Simulator.run(chip, spec, null, options, notices);
      String description = "case " + i + ": " + String.join(" ", settings) + "\n" + spec;
      assertSame(description, skipped, TimingCases.run(chip, spec, false));
      cases.add(chip.interconnect().kind());
      if (notices.sentences.isEmpty()) {
        repeating.add(chip.interconnect().kind());
      }
    }
    assertThat(repeating.size())
        .as("of %s found %s", cases, repeating)
        .isGreaterThan(CASES * 3 / 4);
    assertThat(repeating.elementSet()).isEqualTo(cases.elementSet());
  }

  private static final class Notices implements RunListener {
    private final List<String> sentences = new ArrayList<>();

    @Override
    public void notice(String sentence) {
      sentences.add(sentence);
    }
  }

  @Test
  void aPatternWithoutASoonPeriodIsSimulatedAndTheUserIsTold() {
    String network = "inputs: 9\nlayers: [{units: 7}, {units: 3}]";
    List<String> sets = List.of("workload.samples=300", "workload.expected.retries=0.123457");
    TimingSpec spec = TimingCases.spec(network, sets);
    Notices notices = new Notices();
    RunOptions options = new RunOptions(1, Kernels.of("scalar"), Workers.NONE, true);
    RunResult result = Simulator.run(TestCases.chip(), spec, null, options, notices);
    assertSame("no period", result, TimingCases.run(TestCases.chip(), spec, false));
    assertThat(notices.sentences)
        .containsExactly(
            "The schedule was not found to repeat itself, so all of it was simulated.");
  }

  /** Every sample of a strict schedule is the same, so n more of them take n times as long. */
  @Test
  void aBillionSamplesTakeABillionTimesAsLongAsOne() {
    String network = "inputs: 9\nlayers: [{units: 7}, {units: 3}]";
    ChipSpec chip = TestCases.chip();
    long few = picoseconds(chip, network, 10);
    long more = picoseconds(chip, network, 11);
    long many = picoseconds(chip, network, 1_000_000_000);
    assertThat(many).isEqualTo(few + (more - few) * (1_000_000_000L - 10));
  }

  private static long picoseconds(ChipSpec chip, String network, int samples) {
    TimingSpec spec = TimingCases.spec(network, List.of("workload.samples=" + samples));
    Double seconds = TimingCases.run(chip, spec, true).metrics().number("time.simulatedSeconds");
    assertThat(seconds).isNotNull();
    return Math.round((seconds == null ? 0 : seconds) * 1e12);
  }
}
