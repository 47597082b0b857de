package org.rpusim.workload.observation;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rpusim.chip.machine.Account;
import org.rpusim.core.state.StateReader;
import org.rpusim.core.state.StateWriter;
import org.rpusim.core.state.Stateful;

/**
 * Writes down, in a part of a run, when each operation became ready and complete, what made it
 * ready, and which component worked on it when. It changes nothing of what it sees.
 */
public final class Recording implements Stateful {
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

  /** Whether a pass is under way; one that was when the state was saved goes on as the same. */
  private boolean inPass;

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
    if (!closed) {
      return false;
    }
    for (long sample : sampleOf) {
      if (sample != Timeline.NONE) {
        return false;
      }
    }
    return true;
  }

  /**
   * A pass of samples through a program begins.
   *
   * @param tokens slots × operations of the program
   */
  void passStarted(int slots, int tokens) {
    if (!inPass) {
      pass++;
    }
    inPass = true;
    operationOf = new int[tokens];
    Arrays.fill(operationOf, Timeline.NONE);
    sampleOf = new long[slots];
    Arrays.fill(sampleOf, Timeline.NONE);
  }

  void passEnded() {
    inPass = false;
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
    growFor(at);
    names.add(name);
    samples.add(sampleOf[slot]);
    operations[at + PASS] = pass;
    operations[at + READY_PS] = nowPs;
    operations[at + DONE_PS] = Timeline.NONE;
    operations[at + CAUSE] = cause;
    operationOf[token] = operation;
  }

  private void growFor(int at) {
    if (at == operations.length) {
      operations = Arrays.copyOf(operations, 2 * at);
    }
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

  @Override
  public void saveState(StateWriter out) {
    out.section("recording").put(pass).put(inPass).put(samplesSeen).put(truncated).put(closed);
    out.put(names.size());
    for (int i = 0; i < names.size(); i++) {
      out.put(names.get(i)).put(samples.get(i));
      for (int field = 0; field < FIELDS; field++) {
        out.put(operations[i * FIELDS + field]);
      }
    }
    out.put(works.size());
    for (Timeline.Work work : works) {
      out.put(work.track()).put(work.operation()).put(work.startPs()).put(work.endPs());
    }
  }

  @Override
  public void loadState(StateReader in) {
    pass = in.section("recording").intNumber(Timeline.NONE, Integer.MAX_VALUE);
    inPass = in.truth();
    samplesSeen = in.count();
    truncated = in.truth();
    closed = in.truth();
    int count = in.intNumber(0, Integer.MAX_VALUE / FIELDS);
    for (int i = 0; i < count; i++) {
      names.add(in.text());
      samples.add(in.count());
      growFor(i * FIELDS);
      for (int field = 0; field < FIELDS; field++) {
        operations[i * FIELDS + field] = in.longNumber();
      }
    }
    int most = in.intNumber(0, window.works());
    for (int i = 0; i < most; i++) {
      int track = in.intNumber(0, accounts.size() - 1);
      int operation = in.intNumber(0, count - 1);
      works.add(new Timeline.Work(track, operation, in.count(), in.count()));
    }
  }
}
