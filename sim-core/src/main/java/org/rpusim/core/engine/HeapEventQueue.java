package org.rpusim.core.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A heap with four children a node, ordered by time and then by a running number: the plain twin
 * that {@link TimingWheel} is compared with.
 */
public final class HeapEventQueue implements EventQueue {
  /** Longs of an event: time, running number, component and kind, payload. */
  private static final int STRIDE = 4;

  private long[] heap = new long[STRIDE * 64];
  private int size;
  private long added;
  private long timePs;
  private long target;
  private long payload;

  @Override
  public void add(long timePs, int component, int kind, long payload) {
    if (timePs < this.timePs) {
      throw QueueErrors.past(timePs, this.timePs);
    }
    add(timePs, ((long) component << 32) | (kind & 0xFFFFFFFFL), payload);
  }

  /** Adds an event whose component and kind are one number. */
  void add(long timePs, long target, long payload) {
    if (heap.length == size * STRIDE) {
      heap = Arrays.copyOf(heap, 2 * heap.length);
    }
    int hole = size++;
    while (hole > 0) {
      int parent = (hole - 1) >> 2;
      if (heap[parent * STRIDE] <= timePs) {
        break; // an equal parent is older
      }
      System.arraycopy(heap, parent * STRIDE, heap, hole * STRIDE, STRIDE);
      hole = parent;
    }
    put(hole, timePs, added++, target, payload);
  }

  /** Time of the earliest pending event, ps; {@link Long#MAX_VALUE} where there is none. */
  public long nextPs() {
    return size == 0 ? Long.MAX_VALUE : heap[0];
  }

  @Override
  public boolean next(long limitPs) {
    if (size == 0 || heap[0] > limitPs) {
      return false;
    }
    timePs = heap[0];
    target = heap[2];
    payload = heap[3];
    int last = --size * STRIDE;
    sinkFromRoot(heap[last], heap[last + 1], heap[last + 2], heap[last + 3]);
    return true;
  }

  private void sinkFromRoot(long time, long number, long eventTarget, long eventPayload) {
    int hole = 0;
    for (int first = 1; first < size; first = 4 * hole + 1) {
      int least = first;
      int end = Math.min(first + 4, size);
      for (int child = first + 1; child < end; child++) {
        if (before(heap[child * STRIDE], heap[child * STRIDE + 1], least)) {
          least = child;
        }
      }
      if (before(time, number, least)) {
        break;
      }
      System.arraycopy(heap, least * STRIDE, heap, hole * STRIDE, STRIDE);
      hole = least;
    }
    put(hole, time, number, eventTarget, eventPayload);
  }

  private boolean before(long time, long number, int other) {
    long otherTime = heap[other * STRIDE];
    return time < otherTime || (time == otherTime && number < heap[other * STRIDE + 1]);
  }

  private void put(int node, long time, long number, long eventTarget, long eventPayload) {
    int at = node * STRIDE;
    heap[at] = time;
    heap[at + 1] = number;
    heap[at + 2] = eventTarget;
    heap[at + 3] = eventPayload;
  }

  @Override
  public void copyTo(PendingEvents copy) {
    IntStream.range(0, size)
        .boxed()
        .sorted(Comparator.comparingLong(node -> heap[node * STRIDE + 1]))
        .forEach(node -> {
          int at = node * STRIDE;
          copy.add(heap[at], heap[at + 2], heap[at + 3]);
        });
  }

  /** Time of the first event, or the end of time where there is none. */
  long earliestPs() {
    return size == 0 ? Long.MAX_VALUE : heap[0];
  }

  /** Component and kind of the last removed event. */
  long target() {
    return target;
  }

  @Override
  public long timePs() {
    return timePs;
  }

  @Override
  public int component() {
    return (int) (target >>> 32);
  }

  @Override
  public int kind() {
    return (int) target;
  }

  @Override
  public long payload() {
    return payload;
  }

  @Override
  public int size() {
    return size;
  }
}
