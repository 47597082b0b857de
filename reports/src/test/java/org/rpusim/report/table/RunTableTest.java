package org.rpusim.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;
import org.rpusim.core.stats.Metrics;
import org.rpusim.report.MadeUpRun;
import org.rpusim.workload.result.RunResult;

final class RunTableTest {
  @Test
  void theTableOfATrainingRun() {
    String table =
        RunTable.of(
            MadeUpRun.training(30, 3, true), "mlp-mnist on chip, seed 1", 42, 2_100_000, "runs/x");
    assertThat(table)
        .isEqualTo(
            """
            mlp-mnist on chip, seed 1

              test error        2.21 %
              training loss     0.0123
              simulated time    1.501 s
              energy            230 J
                digital units   195 J             84.8 %
                bus             30 J              13.0 %
                converters      2.4 J             1.0 %
                op amps         1.75 J            0.8 %
                other           860 mJ            0.4 %
              mean power        153.2 W
              energy × time     345.3 J·s
              chip area         460.2 mm2
              throughput        1.876 TOps/s      sustained
                                20.97 POps/s      peak
                                2.818 TUpdates/s
              efficiency        12.25 GOps/s/W    sustained
                                84.5 TOps/s/W     peak
              acceleration      13.4 ×            (at the peak 29,960 ×) over a 12-core server processor
                                4,888 ×           at the peak over a K40-class GPU
              utilisation       8.7 %             mean of 3 tiles
              tiles waited for  53.3 %            data
                                13.3 %            digital unit
                                3.3 %             weights being updated
              nothing to do     21.4 %
              wall time         42.0 s, 50,000 samples/s
              run folder        runs/x

            The tiles mostly waited for operands that were not there yet, as a sample passes the \
            layers one by one.
            No component is a bottleneck by itself: the busiest is tile2.array, at work for 9.3 % \
            of the time.
            """);
  }

  @Test
  void aTimingOnlyRunWithoutFiguresHasNoEmptyRows() {
    RunResult bare =
        new RunResult(
            Metrics.builder().put("time.simulatedSeconds", 0.25).build(),
            ImmutableList.of(),
            ImmutableList.of(),
            true);
    assertThat(RunTable.of(bare, "reads on chip", 3, 0, "out"))
        .isEqualTo(
            """
            reads on chip

              simulated time  250 ms
              wall time       3.0 s
              run folder      out
            """);
  }
}
