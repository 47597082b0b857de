package org.rpusim.chip.tile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rpusim.chip.array.ReadOutcome;
import org.rpusim.chip.array.UpdateOutcome;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.tile.ArrayCycle.Kind;
import org.rpusim.core.engine.Component;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.engine.TimingWheel;
import org.rpusim.core.server.CausalLog;
import org.rpusim.core.stats.CounterTree;

/**
 * One tile on an engine of its own, with made-up cycles: reads of 80 ns that convert in 80 ns and
 * updates of 20 ns, as in P1. What happens is written down in order, with its time in ns.
 */
final class TileBench implements TileWork {
  static final int ROWS = 64;
  static final int COLUMNS = 32;
  static final long READ_PS = 80_000;
  static final long SLOT_PS = 2_000;
  static final int MOST_RETRIES = 3;
  static final long ON_STEPS = 1_000;

  private static final int TOKENS = 16;
  private static final long PS_PER_NS = 1_000;

  final Engine engine = new Engine(new TimingWheel());
  final CausalLog log = new CausalLog(TOKENS, 256, WaitReason.DATA.index());
  final CounterTree counters = new CounterTree();
  final Tile tile;
  final List<String> happened = new ArrayList<>();
  long conversionPs = 80_000;

  private final Map<Integer, Kind> kinds = new HashMap<>();
  private final Map<Integer, Integer> saturations = new HashMap<>();
  private final Map<Integer, Integer> trainSlots = new HashMap<>();
  private final int submitter;
  private final int releaser;

  /** A tile of design 2 with some of its keys set. */
  TileBench(String... settings) {
    ChipSpec chip =
        ChipPresets.load("gokmen2016-design2", Overrides.parse(List.of(settings))).spec();
    tile = new Tile(engine, log, chip.tile(), chip.management(), this, counters, "tile0");
    submitter = engine.register(Component.of((kind, token) -> tile.submitCycle((int) token)));
    releaser = engine.register(Component.of((kind, token) -> tile.releaseOutput()));
  }

  /** A read comes at a time; its first {@code saturated} attempts saturate. */
  void readAt(long timePs, int token, int saturated) {
    kinds.put(token, Kind.FORWARD);
    saturations.put(token, saturated);
    engine.scheduleAt(timePs, submitter, 0, token);
  }

  /** An update of some slots comes at a time. */
  void updateAt(long timePs, int token, int slots) {
    trainSlots.put(token, slots);
    updateAt(timePs, token);
  }

  /** An update of 10 slots comes at a time. */
  void updateAt(long timePs, int token) {
    kinds.put(token, Kind.UPDATE);
    engine.scheduleAt(timePs, submitter, 0, token);
  }

  /** A vector leaves the output buffer at a time. */
  void releaseAt(long timePs) {
    engine.scheduleAt(timePs, releaser, 0, 0);
  }

  /** Runs to the end and closes the accounts. */
  TileBench run() {
    engine.run();
    tile.arrayLedger().closePeriod(engine.nowPs());
    tile.converterLedger().closePeriod(engine.nowPs());
    return this;
  }

  long count(String name) {
    Long count = counters.snapshot().get("tile0." + name);
    return count == null ? -1 : count;
  }

  @Override
  public ArrayCycle cycle(int token) {
    return switch (kinds.getOrDefault(token, Kind.BACKWARD)) {
      case FORWARD ->
          new ArrayCycle(Kind.FORWARD, COLUMNS, ROWS, ROWS, READ_PS, conversionPs, MOST_RETRIES);
      case UPDATE -> new ArrayCycle(Kind.UPDATE, COLUMNS, ROWS, ROWS + COLUMNS, SLOT_PS, 0, 0);
      case BACKWARD -> throw new IllegalStateException("no cycle has token " + token);
    };
  }

  @Override
  public void read(int token, int attempt, ReadOutcome outcome) {
    note("read " + token + (attempt == 0 ? "" : " again"));
    outcome.saturatedOutputs = attempt < saturations.getOrDefault(token, 0) ? 2 : 0;
    outcome.activeInputs = COLUMNS;
    outcome.inputOnSteps = ON_STEPS >> attempt;
  }

  @Override
  public void update(int token, UpdateOutcome outcome) {
    note("update " + token);
    outcome.slots = trainSlots.getOrDefault(token, 10);
    outcome.rowPulses = 5;
    outcome.columnPulses = 7;
    outcome.coincidences = 3;
  }

  @Override
  public void completed(int token) {
    note("done " + token);
  }

  private void note(String event) {
    long now = engine.nowPs();
    String time =
        now % PS_PER_NS == 0
            ? Long.toString(now / PS_PER_NS)
            : now / PS_PER_NS + " ns + " + now % PS_PER_NS + " ps";
    happened.add(event + " at " + time);
  }
}
