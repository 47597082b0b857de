package org.rpusim.workload.execution;

import org.rpusim.chip.array.ReadOutcome;
import org.rpusim.chip.array.UpdateOutcome;

/** One computation of a sample with its outcome; reused. */
final class NumberCall {
  /** What is computed. */
  enum Kind {
    /** An attempt of a read. */
    READ,
    /** An update. */
    UPDATE,
    /** Work of a digital unit. */
    COMPUTE,
    /** Nothing: the sample is complete. */
    END
  }

  Kind kind = Kind.END;
  int token;
  int attempt;
  final ReadOutcome read = new ReadOutcome();
  final UpdateOutcome update = new UpdateOutcome();

  void set(Kind newKind, int newToken, int newAttempt) {
    kind = newKind;
    token = newToken;
    attempt = newAttempt;
  }

  /** What of the outcome the schedule depends on, 0 to 64. */
  int outcome() {
    return switch (kind) {
      case READ -> read.saturatedOutputs > 0 ? 1 : 0;
      case UPDATE -> update.slots;
      case COMPUTE, END -> 0;
    };
  }
}
