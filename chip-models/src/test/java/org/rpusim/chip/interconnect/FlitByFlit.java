package org.rpusim.chip.interconnect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.core.server.CausalLog;
import org.rpusim.core.stats.CounterTree;

/**
 * The same network by another way: every flit of every queue is there, and every clock cycle (1 ps)
 * is gone through. Each link moves one flit a cycle, and only a flit that has arrived can leave.
 */
final class FlitByFlit {
  private record Flit(Parcel parcel, boolean head, boolean tail) {}

  /** A packet at one place of its way. */
  private static final class Parcel {
    final int token;
    final int way;
    final int flits;
    final long sent;

    Parcel(int token, int way, int flits, long sent) {
      this.sent = sent;
      this.token = token;
      this.way = way;
      this.flits = flits;
    }
  }

  private record Arrival(Queue queue, Flit flit) {}

  private static final class Queue {
    final int id;
    final int size;
    final @Nullable Wire from;

    /** Flits that are here; for a copy to several ways they stay until the last. */
    final Deque<Flit> flits = new ArrayDeque<>();

    int promised;
    long requestedSince = -1;
    int waysTaken;
    int sentOfFirst;
    boolean sending;

    Queue(int id, int size, @Nullable Wire from) {
      this.id = id;
      this.size = size;
      this.from = from;
    }
  }

  private static final class Wire {
    final long delay;
    Queue[] queues = {};
    @Nullable Queue sender;
    @Nullable Parcel copy;

    Wire(long delay) {
      this.delay = delay;
    }
  }

  private final int routerCycles;
  private final Ways ways;
  private final List<Link> links;
  private final Map<Link, Wire> wires = new HashMap<>();
  private final List<Wire> wireList = new ArrayList<>();
  private final Map<PacketQueue, Queue> queues = new HashMap<>();
  private final List<Queue> queueList = new ArrayList<>();
  private final Map<Long, List<Arrival>> onWires = new HashMap<>();
  private final Map<Long, List<Integer>> ends = new HashMap<>();
  private final IdentityHashMap<Flit, Long> heads = new IdentityHashMap<>();
  private final Map<Integer, Integer> outstanding = new HashMap<>();
  final Map<Integer, Long> arrived = new HashMap<>();

  FlitByFlit(ChipSpec chip, Topology topology) {
    NetworkLinks links =
        new NetworkLinks(
            new CausalLog(1, 2, 0),
            new CounterTree(),
            chip,
            Interconnects.allTiles(chip),
            FloorPlan.of(chip),
            topology);
    var spec = chip.interconnect().network();
    this.routerCycles = spec.routerCycles();
    this.links = links.links();
    this.ways = new Ways(topology, links, spec.virtualChannels(), new PacketSizes(spec));
    for (Link link : links.links()) {
      Wire wire = new Wire(link.wirePs);
      wires.put(link, wire);
      wireList.add(wire);
    }
    for (PacketQueue queue : links.queues()) {
      Queue own =
          new Queue(queue.id, queue.freeFlits, queue.from == null ? null : wires.get(queue.from));
      queues.put(queue, own);
      queueList.add(own);
    }
    for (Link link : links.links()) {
      Queue[] of = new Queue[link.queues.length];
      for (int i = 0; i < of.length; i++) {
        of[i] = Objects.requireNonNull(queues.get(link.queues[i]));
      }
      Objects.requireNonNull(wires.get(link)).queues = of;
    }
  }

  /** Runs all transfers, each from its time on. */
  void run(Map<Long, List<Integer>> sendings, List<Transfer> transfers, long untilCycle) {
    for (long now = 0; now < untilCycle && arrived.size() < transfers.size(); now++) {
      endPackets();
      deliver(now);
      for (int token : sendings.getOrDefault(now, List.of())) {
        put(token, ways.of(transfers.get(token)), now);
      }
      findHeads(now);
      chooseAll();
      for (Wire wire : wireList) {
        moveFlit(wire, now);
      }
    }
  }

  private void put(int token, Sending sending, long now) {
    Queue source = Objects.requireNonNull(queues.get(sending.source));
    outstanding.put(token, sending.arrivals());
    for (int i = 0; i < sending.packets; i++) {
      int flits = i == sending.packets - 1 ? sending.lastFlits : sending.fullFlits;
      Parcel parcel = new Parcel(token, sending.way, flits, now);
      for (int f = 0; f < flits; f++) {
        source.flits.add(new Flit(parcel, f == 0, f == flits - 1));
      }
    }
  }

  /** Packets whose last flit left in the cycle before. */
  private void endPackets() {
    for (Wire wire : wireList) {
      Queue queue = wire.sender;
      if (queue == null || queue.sentOfFirst < queue.flits.getFirst().parcel().flits) {
        continue;
      }
      Parcel parcel = queue.flits.getFirst().parcel();
      wire.sender = null;
      queue.sending = false;
      queue.sentOfFirst = 0;
      queue.requestedSince = -1;
      if (++queue.waysTaken == ways.table().ways(parcel.way)) {
        for (int f = 0; f < parcel.flits; f++) {
          queue.flits.removeFirst();
        }
        queue.promised -= parcel.flits;
        queue.waysTaken = 0;
      }
    }
  }

  private void deliver(long now) {
    for (Arrival arrival : onWires.getOrDefault(now, List.of())) {
      arrival.queue().flits.add(arrival.flit());
      if (arrival.flit().head()) {
        heads.put(arrival.flit(), now);
      }
    }
    onWires.remove(now);
    for (int token : ends.getOrDefault(now, List.of())) {
      if (outstanding.merge(token, -1, Integer::sum) == 0) {
        arrived.put(token, now);
      }
    }
  }

  private void findHeads(long now) {
    for (Queue queue : queueList) {
      if (queue.flits.isEmpty() || queue.sending || queue.requestedSince >= 0) {
        continue;
      }
      Long since =
          queue.from == null ? Long.valueOf(-routerCycles) : heads.get(queue.flits.getFirst());
      if (since != null && since + routerCycles <= now) {
        queue.requestedSince = now;
      }
    }
  }

  private void chooseAll() {
    Map<Wire, List<Queue>> wanting = new HashMap<>();
    for (Queue queue : queueList) {
      if (queue.requestedSince >= 0 && !queue.sending) {
        Wire wire = wires.get(links.get(ways.table().link(wanted(queue))));
        wanting.computeIfAbsent(wire, key -> new ArrayList<>()).add(queue);
      }
    }
    wanting.forEach((wire, queues) -> {
      if (wire.sender == null) {
        choose(wire, queues);
      }
    });
  }

  private void choose(Wire wire, List<Queue> wanting) {
    wanting.sort(
        Comparator.comparingLong((Queue queue) -> queue.flits.getFirst().parcel().sent)
            .thenComparingInt(queue -> queue.id));
    List<Queue> full = new ArrayList<>();
    for (Queue queue : wanting) {
      int way = wanted(queue);
      Parcel parcel = queue.flits.getFirst().parcel();
      if (ways.table().channel(way) != WayTable.RECEIVER) {
        Queue target = wire.queues[ways.table().channel(way)];
        if (full.contains(target) || target.size - target.promised < parcel.flits) {
          full.add(target);
          continue;
        }
        target.promised += parcel.flits;
      }
      wire.sender = queue;
      wire.copy = new Parcel(parcel.token, way, parcel.flits, parcel.sent);
      queue.sending = true;
      return;
    }
  }

  private int wanted(Queue queue) {
    return ways.table().next(queue.flits.getFirst().parcel().way, queue.waysTaken);
  }

  private void moveFlit(Wire wire, long now) {
    Queue queue = wire.sender;
    if (queue == null) {
      return;
    }
    Parcel parcel = queue.flits.getFirst().parcel();
    Flit flit = queue.flits.stream().skip(queue.sentOfFirst).findFirst().orElseThrow();
    if (flit.parcel() != parcel) {
      throw new AssertionError("a flit leaves before it has come");
    }
    queue.sentOfFirst++;
    long arrival = now + 1 + wire.delay;
    Parcel copy = wire.copy;
    if (copy == null) {
      throw new AssertionError("no copy");
    }
    if (ways.table().channel(copy.way) == WayTable.RECEIVER) {
      if (flit.tail()) {
        ends.computeIfAbsent(arrival, key -> new ArrayList<>()).add(parcel.token);
      }
    } else {
      Flit moved = new Flit(copy, flit.head(), flit.tail());
      onWires
          .computeIfAbsent(arrival, key -> new ArrayList<>())
          .add(new Arrival(wire.queues[ways.table().channel(copy.way)], moved));
    }
  }
}
