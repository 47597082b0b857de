package org.rpusim.workload.observation;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rpusim.chip.machine.Account;

/**
 * Writes down, in a part of a run, when each operation became ready and complete, what made it
 * ready, and which component worked on it when. It changes nothing of what it sees.
 */
public final class Recording {
  private static final int FIELDS = 4;
  private static final int PASS = 0;
  private static final int READY_PS = 1;
  private static final int DONE_PS = 2;
  private static final int CAUSE = 3;

  private final Window window;
  private final ImmutableList<Account> accounts;
  private final List<String> names = new ArrayList<>();
  private final List<Long> samples = new ArrayList<>();
  private long[] operations = new long[1024 * FIELDS];
  private final List<Timeline.Work> works = new ArrayList<>();

  /** The operation that each token stands for now, or {@link Timeline#NONE}. */
  private int[] operationOf = new int[0];

  /** Whether each slot's sample is written down, and its number. */
  private long[] sampleOf = new long[0];

  private int pass = Timeline.NONE;
  private long samplesSeen;
  private boolean truncated;
  private boolean closed;

  /** Records components in a window. */
  Recording(Window window, ImmutableList<Account> accounts) {
    this.window = window;
    this.accounts = accounts;
  }

  /** Whether a sample that starts now would be written down. */
  boolean isOpen(long nowPs) {
    return !closed && window.holds(nowPs);
  }

  /** Whether nothing more is to be written down. */
  boolean isFinished() {
    return closed && Arrays.stream(sampleOf).allMatch(sample -> sample == Timeline.NONE);
  }

  /**
   * A pass of samples through a program begins.
   *
   * @param tokens slots × operations of the program
   */
  void passStarted(int slots, int tokens) {
    pass++;
    operationOf = new int[tokens];
    Arrays.fill(operationOf, Timeline.NONE);
    sampleOf = new long[slots];
    Arrays.fill(sampleOf, Timeline.NONE);
  }

  /** A slot takes a new sample. */
  void sampleStarted(int slot, long sample, long nowPs) {
    boolean seen = isOpen(nowPs);
    sampleOf[slot] = seen ? sample : Timeline.NONE;
    if (seen && ++samplesSeen == window.samples()) {
      closed = true;
    }
    if (window.isBefore(nowPs)) {
      closed = true;
    }
  }

  /**
   * An operation waits for nothing more.
   *
   * @param causeToken what was completed last, or {@link Timeline#NONE}
   */
  void ready(int token, int slot, String name, int causeToken, long nowPs) {
    if (sampleOf[slot] == Timeline.NONE || truncated) {
      operationOf[token] = Timeline.NONE;
      return;
    }
    int cause = causeToken == Timeline.NONE ? Timeline.NONE : operationOf[causeToken];
    int operation = names.size();
    int at = operation * FIELDS;
    if (at == operations.length) {
      operations = Arrays.copyOf(operations, 2 * at);
    }
    names.add(name);
    samples.add(sampleOf[slot]);
    operations[at + PASS] = pass;
    operations[at + READY_PS] = nowPs;
    operations[at + DONE_PS] = Timeline.NONE;
    operations[at + CAUSE] = cause;
    operationOf[token] = operation;
  }

  /** An operation is complete. */
  void done(int token, long nowPs) {
    int operation = operationOf[token];
    if (operation != Timeline.NONE) {
      operations[operation * FIELDS + DONE_PS] = nowPs;
    }
  }

  /** A component works on a token; see {@link org.rpusim.core.server.WorkObserver}. */
  void worked(int component, int token, long startPs, long endPs) {
    int operation = operationOf[token];
    if (operation == Timeline.NONE) {
      return;
    }
    if (works.size() == window.works()) {
      truncated = true;
      closed = true;
      return;
    }
    works.add(new Timeline.Work(component, operation, startPs, endPs));
  }

  /** All that was written down; nothing more is. */
  public Timeline finish() {
    closed = true;
    ImmutableList.Builder<Timeline.Operation> all = ImmutableList.builder();
    for (int i = 0; i < names.size(); i++) {
      int at = i * FIELDS;
      all.add(
          new Timeline.Operation(
              names.get(i),
              (int) operations[at + PASS],
              samples.get(i),
              operations[at + READY_PS],
              operations[at + DONE_PS],
              (int) operations[at + CAUSE]));
    }
    ImmutableList<Timeline.Track> tracks =
        accounts.stream()
            .map(account -> new Timeline.Track(account.name(), account.kind().key()))
            .collect(ImmutableList.toImmutableList());
    return new Timeline(tracks, all.build(), ImmutableList.copyOf(works), truncated);
  }
}
