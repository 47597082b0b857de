package org.rpusim.chip.interconnect;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.spec.NetworkSpec;
import org.rpusim.chip.tile.WaitReason;
import org.rpusim.core.engine.Component;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.engine.RelativeState;
import org.rpusim.core.server.CausalLog;
import org.rpusim.core.server.CompletionListener;
import org.rpusim.core.stats.Counter;
import org.rpusim.core.stats.CounterTree;
import org.rpusim.core.units.Rates;

/**
 * Packets of flits through routers with queues at their inputs and credits for the room in them.
 *
 * <p>A packet may go over a link when the link is free and the queue at its end has room for all of
 * its flits; its head goes on as soon as the next link has it, while its tail follows (virtual
 * cut-through). So a packet that moves is never held up on a link, its flits leave one after the
 * other, and three events a packet and link tell exactly what flit by flit would. Its room is given
 * back when its tail has left. Of those that want a link, the one that was sent first goes first,
 * then the one from the queue with the smallest number: so what is under way is not held up by what
 * comes anew.
 */
final class Network extends Component implements Interconnect {
  /** The head of a packet may leave a queue; the payload is the queue. */
  private static final int READY = 0;

  /** The tail of a packet has left over a link; the payload is the link. */
  private static final int SENT = 1;

  /** Who may send over a link is decided when all else of this time is known. */
  private static final int DECIDE = 2;

  /** The last flit of a transfer has arrived at the last receiver; the payload is the token. */
  private static final int ARRIVED = 3;

  private final Engine engine;
  private final int id;
  private final CausalLog log;
  private final CompletionListener listener;
  private final Ways ways;
  private final WayTable wayTable;
  private final Link[] links;
  private final PacketQueue[] queues;
  private final int headerBits;

  /** Time of a number of flits on a link, ps. */
  private final long[] flitsPs;

  /** From a head's arrival to the next link, ps. */
  private final long routerPs;

  private final Counter bits;
  private final Counter addressedBits;
  private final Counter deliveredBits;
  private @Nullable Packet unused;

  /** Packets that each token's transfer waits for, and when the last of them arrives. */
  private int[] outstanding = new int[64];

  private long[] arrivedPs = new long[64];

  Network(
      Engine engine,
      CausalLog log,
      ChipSpec chip,
      ImmutableIntArray sites,
      Topology topology,
      CompletionListener listener,
      CounterTree tree) {
    NetworkSpec spec = chip.interconnect().network();
    this.engine = engine;
    this.log = log;
    this.listener = listener;
    NetworkLinks all = new NetworkLinks(log, tree, chip, sites, FloorPlan.of(chip), topology);
    this.links = all.links().toArray(new Link[0]);
    this.queues = all.queues().toArray(new PacketQueue[0]);
    this.ways = new Ways(topology, all, spec.virtualChannels(), new PacketSizes(spec));
    this.wayTable = ways.table();
    this.headerBits = spec.headerBits();
    this.flitsPs = new long[spec.packetFlits() + 1];
    Arrays.setAll(
        flitsPs, n -> Rates.durationPs((long) n * spec.cyclesPerFlit(), spec.clockHertz()));
    this.routerPs = Rates.durationPs(spec.routerCycles(), spec.clockHertz());
    this.bits = tree.counter("interconnect.bits");
    this.addressedBits = tree.counter("interconnect.addressedBits");
    this.deliveredBits = tree.counter("interconnect.deliveredBits");
    this.id = engine.register(this);
  }

  @Override
  public void send(int token, Transfer transfer) {
    send(token, ways.of(transfer));
  }

  @Override
  public Sender sender(Transfer transfer) {
    Sending sending = ways.of(transfer);
    return token -> send(token, sending);
  }

  private void send(int token, Sending sending) {
    long nowPs = engine.nowPs();
    log.enter(token, WaitReason.INTERCONNECT.index(), nowPs);
    bits.add(sending.bits);
    addressedBits.add(sending.bits * sending.receivers);
    if (token >= outstanding.length) {
      int length = Math.max(2 * outstanding.length, token + 1);
      outstanding = Arrays.copyOf(outstanding, length);
      arrivedPs = Arrays.copyOf(arrivedPs, length);
    }
    outstanding[token] = sending.arrivals();
    arrivedPs[token] = 0;
    PacketQueue source = sending.source;
    boolean idle = source.ready == 0;
    for (int i = 1; i < sending.packets; i++) {
      source.add(packet(token, sending.way, nowPs, sending.fullFlits, sending.fullBits));
    }
    source.add(packet(token, sending.way, nowPs, sending.lastFlits, sending.lastBits));
    source.ready += sending.packets;
    if (idle) {
      request(source);
    }
  }

  private Packet packet(int token, int way, long sentPs, int flits, long packetBits) {
    Packet packet = unused;
    if (packet == null) {
      packet = new Packet();
    } else {
      unused = packet.next;
      packet.next = null;
    }
    packet.token = token;
    packet.way = way;
    packet.sentPs = sentPs;
    packet.flits = flits;
    packet.bits = packetBits;
    return packet;
  }

  @Override
  protected void handle(int kind, long payload) {
    switch (kind) {
      case READY -> becomeReady(queues[(int) payload]);
      case SENT -> endSending(links[(int) payload]);
      case DECIDE -> decide(links[(int) payload]);
      default -> listener.completed((int) payload);
    }
  }

  private void becomeReady(PacketQueue queue) {
    if (queue.ready++ == 0) {
      request(queue);
    }
  }

  /** The first packet of a queue wants to go on. */
  private void request(PacketQueue queue) {
    Link link = queue.want(wayTable, links);
    link.request(queue);
    decideLater(link);
  }

  private void decideLater(Link link) {
    if (link.sending == null && link.firstRequest != null && !link.deciding) {
      link.deciding = true;
      engine.schedule(0, id, DECIDE, link.id);
    }
  }

  private void endSending(Link link) {
    PacketQueue queue = link.sending;
    if (queue == null) {
      throw new IllegalStateException(link.name + " sends nothing");
    }
    link.sending = null;
    if (++queue.waysTaken < queue.waysInAll) {
      request(queue); // a copy for the next way
    } else {
      leave(queue);
    }
    decideLater(link);
  }

  private void leave(PacketQueue queue) {
    Packet packet = queue.removeFirst();
    queue.waysTaken = 0;
    queue.ready--;
    Link from = queue.from;
    if (from != null) {
      queue.freeFlits += packet.flits;
      decideLater(from);
    }
    packet.next = unused;
    unused = packet;
    if (queue.ready > 0) {
      request(queue);
    }
  }

  /** Nobody overtakes one who waits for room in the same queue. */
  private void decide(Link link) {
    link.deciding = false;
    int blocked = 0;
    for (PacketQueue q = link.firstRequest; q != null; q = q.requestAfter) {
      if (q.wantedChannel == WayTable.RECEIVER) {
        grant(link, q);
        return;
      }
      int channel = 1 << q.wantedChannel;
      if ((blocked & channel) == 0) {
        if (link.queues[q.wantedChannel].freeFlits >= q.wantedFlits) {
          grant(link, q);
          return;
        }
        blocked |= channel;
      }
    }
    if (link.blockedSincePs == Link.NOT_BLOCKED) {
      link.blockedSincePs = engine.nowPs();
    }
  }

  private void grant(Link link, PacketQueue queue) {
    Packet packet = queue.first();
    link.remove(queue);
    link.sending = queue;
    long nowPs = engine.nowPs();
    if (link.blockedSincePs != Link.NOT_BLOCKED) {
      link.ledger.held(packet.token, link.blockedSincePs, WaitReason.BUFFER_FULL.index(), nowPs);
      link.blockedSincePs = Link.NOT_BLOCKED;
    }
    long durationPs = flitsPs[packet.flits];
    link.ledger.work(packet.token, nowPs, durationPs);
    link.packets.increment();
    link.counts.add(packet, link.micrometres);
    engine.schedule(durationPs, id, SENT, link.id);
    if (queue.wantedChannel == WayTable.RECEIVER) {
      arrive(packet, nowPs + durationPs + link.wirePs);
    } else {
      PacketQueue target = link.queues[queue.wantedChannel];
      target.freeFlits -= packet.flits;
      target.add(packet(packet.token, queue.wanted, packet.sentPs, packet.flits, packet.bits));
      engine.schedule(flitsPs[1] + link.wirePs + routerPs, id, READY, target.id);
    }
  }

  private void arrive(Packet packet, long timePs) {
    int token = packet.token;
    deliveredBits.add(packet.bits - headerBits);
    arrivedPs[token] = Math.max(arrivedPs[token], timePs);
    if (--outstanding[token] == 0) {
      engine.scheduleAt(arrivedPs[token], id, ARRIVED, token);
    }
  }

  /** A transfer under way has packets in queues, or is one whose last flits are on a wire. */
  @Override
  protected void describe(RelativeState state) {
    for (Link link : links) {
      link.describe(state);
    }
    for (PacketQueue queue : queues) {
      queue.describe(state);
    }
    for (int token = 0; token < outstanding.length; token++) {
      if (outstanding[token] > 0) {
        state.put(token);
        state.put(outstanding[token]);
        state.putTime(Math.max(arrivedPs[token], engine.nowPs()));
      }
    }
    state.put(-1); // no token: the end of the list
  }

  @Override
  protected int tokenOf(int kind, long payload) {
    return kind == ARRIVED ? (int) payload : -1;
  }

  @Override
  public ImmutableList<Part> parts() {
    return Arrays.stream(links)
        .map(link -> new Part(link.name, link.ledger, link.packets))
        .collect(ImmutableList.toImmutableList());
  }

  @Override
  public @Nullable String deadlock() {
    return Deadlock.explain(queues);
  }
}
