package org.rpusim.workload.observation;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.machine.Account;
import org.rpusim.chip.machine.Chip;
import org.rpusim.core.server.WorkObserver;

/** Passes what happens on a chip on to any number of recordings; to none at first. */
public final class Recorder implements WorkObserver {
  private final ImmutableList<Account> accounts;
  private final List<Recording> recordings = new ArrayList<>();
  private boolean on;

  /** Nothing is recorded yet. */
  public Recorder(Chip chip) {
    this.accounts = chip.accounts();
  }

  /** Records a window of the runs to come. */
  public Recording record(Window window) {
    observe(this);
    on = true;
    Recording recording = new Recording(window, accounts);
    recordings.add(recording);
    return recording;
  }

  private void observe(@Nullable WorkObserver by) {
    for (int i = 0; i < accounts.size(); i++) {
      accounts.get(i).ledger().observe(by, i);
    }
  }

  /** Whether anything is recorded, still or again. */
  public boolean isOn() {
    return on;
  }

  /** Whether a sample that starts now would be written down. */
  public boolean isOpen(long nowPs) {
    for (Recording recording : recordings) {
      if (recording.isOpen(nowPs)) {
        return true;
      }
    }
    return false;
  }

  /** Whether all that is to be written down has happened. */
  public boolean isFinished() {
    for (Recording recording : recordings) {
      if (!recording.isFinished()) {
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
  public void passStarted(int slots, int tokens) {
    recordings.forEach(recording -> recording.passStarted(slots, tokens));
  }

  /** The pass is over. */
  public void passEnded() {
    recordings.forEach(Recording::passEnded);
  }

  /**
   * A slot takes a new sample; after the last one of all recordings nobody is disturbed any more.
   */
  public void sampleStarted(int slot, long sample, long nowPs) {
    for (Recording recording : recordings) {
      recording.sampleStarted(slot, sample, nowPs);
    }
    if (isFinished()) {
      on = false;
      observe(null);
    }
  }

  /**
   * An operation waits for nothing more.
   *
   * @param causeToken what was completed last, or {@link Timeline#NONE}
   */
  public void ready(int token, int slot, String name, int causeToken, long nowPs) {
    for (Recording recording : recordings) {
      recording.ready(token, slot, name, causeToken, nowPs);
    }
  }

  /** An operation is complete. */
  public void done(int token, long nowPs) {
    for (Recording recording : recordings) {
      recording.done(token, nowPs);
    }
  }

  @Override
  public void worked(int component, int token, long startPs, long endPs) {
    for (Recording recording : recordings) {
      recording.worked(component, token, startPs, endPs);
    }
  }
}
