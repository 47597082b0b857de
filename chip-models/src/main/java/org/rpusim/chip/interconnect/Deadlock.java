package org.rpusim.chip.interconnect;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** Who waits for whom when packets are left that nothing will ever move. */
final class Deadlock {
  private static final int MOST_NAMED = 6;

  private Deadlock() {}

  /** One sentence on a circle of full queues, or null where no packet is left. */
  static @Nullable String explain(PacketQueue[] queues) {
    for (PacketQueue queue : queues) {
      if (!queue.isEmpty()) {
        return explain(queue);
      }
    }
    return null;
  }

  private static String explain(PacketQueue start) {
    SequencedSet<PacketQueue> passed = new LinkedHashSet<>();
    PacketQueue queue = start;
    while (passed.add(queue)) {
      queue = waitsFor(queue);
    }
    while (passed.getFirst() != queue) { // what leads into the circle
      passed.removeFirst();
    }
    StringBuilder text = new StringBuilder();
    int named = 0;
    for (PacketQueue waiting : passed) {
      if (named++ == MOST_NAMED) {
        text.append(", and so on round ").append(passed.size()).append(" queues");
        break;
      }
      text.append(named == 1 ? "" : ", that ").append(clause(waiting, named == 1));
    }
    return text.append(", which waits for the first.").toString();
  }

  private static String clause(PacketQueue queue, boolean first) {
    String link = linkOf(queue).name;
    return (first ? "A packet waits" : "queue is full of packets that wait")
        + " for room at the end of "
        + link;
  }

  private static PacketQueue waitsFor(PacketQueue queue) {
    return linkOf(queue).queues[queue.wantedChannel];
  }

  private static Link linkOf(PacketQueue queue) {
    return Objects.requireNonNull(queue.wantedLink, "a packet that waits wants a link");
  }
}
