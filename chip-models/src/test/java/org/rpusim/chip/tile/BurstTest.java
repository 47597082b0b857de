package org.rpusim.chip.tile;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpusim.chip.array.BurstOutcome;
import org.rpusim.chip.array.ReadOutcome;
import org.rpusim.chip.array.UpdateOutcome;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.math.RandomCases;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.tile.ArrayCycle.Kind;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.engine.TimingWheel;
import org.rpusim.core.server.CausalLog;
import org.rpusim.core.server.TimeLedger;
import org.rpusim.core.stats.CounterTree;

/** A burst of an uncontended tile is what its cycles are one by one: time, counts, waiting. */
class BurstTest {
  private static final int MOST_RETRIES = 4;
  private static final int ROWS = 48;
  private static final int COLUMNS = 20;

  /** The same reads and updates, as one burst or as single cycles. */
  private static final class Bench implements TileWork {
    private final Engine engine = new Engine(new TimingWheel());
    private final CounterTree counters = new CounterTree();
    private final Tile tile;
    private final ArrayCycle cycle;
    private final int[] retries;
    private int completed;
    private long endPs;

    Bench(ArrayCycle cycle, int[] retries, boolean burst) {
      ChipSpec chip = ChipPresets.load("gokmen2016-design2", Overrides.parse(List.of())).spec();
      this.cycle = burst ? cycle.times(retries.length) : cycle;
      this.retries = retries;
      CausalLog log = new CausalLog(retries.length, 1 << 14, WaitReason.DATA.index());
      tile = new Tile(engine, log, chip.tile(), chip.management(), this, counters, "tile0");
      int start = engine.register((kind, token) -> tile.submitCycle((int) token));
      for (int token = 0; token < (burst ? 1 : retries.length); token++) {
        engine.scheduleAt(1_000, start, 0, token);
      }
      engine.run();
      endPs = engine.nowPs();
      tile.arrayLedger().closePeriod(endPs);
      tile.converterLedger().closePeriod(endPs);
    }

    @Override
    public ArrayCycle cycle(int token) {
      return cycle;
    }

    @Override
    public void read(int token, int attempt, ReadOutcome outcome) {
      outcome.saturatedOutputs = attempt < retries[token] ? 3 : 0;
      outcome.inputOnSteps = 100L + token - attempt;
    }

    @Override
    public void readBurst(int token, BurstOutcome outcome) {
      outcome.start(retries.length);
      ReadOutcome single = new ReadOutcome();
      for (int v = 0; v < retries.length; v++) {
        outcome.retries[v] = retries[v];
        outcome.totalRetries += retries[v];
        for (int attempt = 0; attempt <= retries[v]; attempt++) {
          read(v, attempt, single);
          outcome.saturatedOutputs += single.saturatedOutputs;
          outcome.inputOnSteps += single.inputOnSteps;
        }
      }
    }

    @Override
    public void update(int token, UpdateOutcome outcome) {
      int cycles = cycle.count();
      outcome.rowPulses = 5L * cycles;
      outcome.columnPulses = 7L * cycles;
      outcome.coincidences = 3L * cycles;
    }

    @Override
    public void completed(int token) {
      completed++;
      if (cycle.kind() != Kind.UPDATE) {
        tile.releaseOutput();
      }
    }

    private ImmutableMap<String, Long> times() {
      ImmutableMap.Builder<String, Long> times = ImmutableMap.builder();
      add(times, "array", tile.arrayLedger());
      add(times, "converters", tile.converterLedger());
      return times.put("end", endPs).buildOrThrow();
    }

    private static void add(
        ImmutableMap.Builder<String, Long> times, String name, TimeLedger ledger) {
      times.put(name + " busy", ledger.busyPs());
      times.put(name + " idle", ledger.idlePs());
      for (WaitReason reason : WaitReason.values()) {
        times.put(name + " " + reason.key(), ledger.waitingPs(reason.index()));
      }
    }
  }

  private static void assertSame(ArrayCycle cycle, int[] retries) {
    Bench single = new Bench(cycle, retries, false);
    Bench burst = new Bench(cycle, retries, true);
    String what = cycle + " with retries " + Arrays.toString(retries);
    assertThat(single.completed).isEqualTo(retries.length);
    assertThat(burst.completed).isOne();
    assertThat(burst.times()).as(what).isEqualTo(single.times());
    assertThat(burst.counters.snapshot()).as(what).isEqualTo(single.counters.snapshot());
  }

  private static ArrayCycle read(Kind kind, long conversionPs) {
    return new ArrayCycle(kind, COLUMNS, ROWS, ROWS, 80_000, conversionPs, MOST_RETRIES);
  }

  /** Converters faster than the array, as fast, and slower; 200 random patterns each. */
  @ParameterizedTest
  @ValueSource(longs = {20_000, 79_999, 80_000, 80_001, 130_000, 400_000})
  void readsWithRandomRetriesTakeTheTimeOfSingleReads(long conversionPs) {
    RandomCases random = new RandomCases(7);
    for (int c = 0; c < 200; c++) {
      int[] retries = new int[random.between(2, 12)];
      for (int v = 0; v < retries.length; v++) {
        retries[v] = random.between(0, 2) == 0 ? random.between(0, MOST_RETRIES) : 0;
      }
      assertSame(read(c % 2 == 0 ? Kind.FORWARD : Kind.BACKWARD, conversionPs), retries);
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 80000", "64, 40000", "576, 20000"})
  void withoutRetriesTheArrayReadsBackToBack(int count, long conversionPs) {
    assertSame(read(Kind.FORWARD, conversionPs), new int[count]);
    Bench burst = new Bench(read(Kind.FORWARD, conversionPs), new int[count], true);
    assertThat(burst.endPs).isEqualTo(1_000 + count * 80_000L + conversionPs);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 64, 576})
  void updatesFollowOneAnotherAtOnce(int count) {
    ArrayCycle update = new ArrayCycle(Kind.UPDATE, COLUMNS, ROWS, ROWS + COLUMNS, 20_000, 0, 0);
    assertSame(update, new int[count]);
    assertThat(new Bench(update, new int[count], true).endPs).isEqualTo(1_000 + count * 20_000L);
  }
}
