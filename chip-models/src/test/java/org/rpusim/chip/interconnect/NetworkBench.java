package org.rpusim.chip.interconnect;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.interconnect.Transfer.Place;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.tile.WaitReason;
import org.rpusim.core.engine.Component;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.engine.TimingWheel;
import org.rpusim.core.server.CausalLog;
import org.rpusim.core.server.TimeLedger;
import org.rpusim.core.stats.CounterTree;

/**
 * An interconnect on an engine of its own. A clock cycle is 1 ps, so that times are in cycles, and
 * wires take no time unless a test says otherwise.
 */
final class NetworkBench {
  static final int FLIT_BITS = 64;
  private static final int TOKENS = 20_000;

  final ChipSpec chip;
  final Engine engine = new Engine(new TimingWheel());
  final CausalLog log = new CausalLog(TOKENS, 1 << 16, WaitReason.DATA.index());
  final CounterTree counters = new CounterTree();
  final Interconnect interconnect;

  /** When each token's transfer was complete. */
  final Map<Integer, Long> arrivedPs = new HashMap<>();

  private final List<Transfer> transfers = new ArrayList<>();
  private final int sender;

  NetworkBench(String... settings) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "interconnect.clock=1 THz",
                "interconnect.flitBits=" + FLIT_BITS,
                "interconnect.linkWidth=" + FLIT_BITS,
                "interconnect.headerBits=0",
                "interconnect.wireDelay=0 ps"));
    all.addAll(Arrays.asList(settings));
    this.chip = ChipPresets.load("gokmen2016-design2", Overrides.parse(all)).spec();
    this.interconnect =
        Interconnects.create(
            engine, log, chip, token -> arrivedPs.put(token, engine.nowPs()), counters);
    this.sender =
        engine.register(
            Component.of(
                (kind, token) -> interconnect.send((int) token, transfers.get((int) token))));
  }

  static Place tile(int index) {
    return new Place(Place.Kind.TILE, index);
  }

  static final Place MEMORY = new Place(Place.Kind.MEMORY, 0);
  static final Place SHARED_UNIT = new Place(Place.Kind.SHARED_UNIT, 0);

  /** A transfer of whole flits. */
  static Transfer flits(Place from, int flits, Place... to) {
    return new Transfer(from, ImmutableList.copyOf(to), (long) flits * FLIT_BITS);
  }

  /** Sends a transfer at a time; its token is the number of transfers before it. */
  int sendAt(long timePs, Transfer transfer) {
    transfers.add(transfer);
    int token = transfers.size() - 1;
    engine.scheduleAt(timePs, sender, 0, token);
    return token;
  }

  /** Runs to the end. */
  NetworkBench run() {
    engine.run();
    return this;
  }

  /** How long an only transfer takes. */
  long alone(Transfer transfer) {
    long startPs = engine.nowPs();
    int token = sendAt(startPs, transfer);
    run();
    return Objects.requireNonNull(arrivedPs.get(token), "nothing arrived") - startPs;
  }

  long count(String path) {
    return counters.snapshot().getOrDefault(path, 0L);
  }

  TimeLedger ledger(String part) {
    return interconnect.parts().stream()
        .filter(p -> p.name().equals(part))
        .findFirst()
        .orElseThrow()
        .ledger();
  }
}
