package org.rpusim.workload.execution;

import java.util.ArrayList;
import java.util.List;

/** The computations of a sample in their order; reused from sample to sample. */
final class NumberCalls {
  private final List<NumberCall> calls = new ArrayList<>();
  private int count;

  void clear() {
    count = 0;
  }

  int count() {
    return count;
  }

  NumberCall get(int index) {
    return calls.get(index);
  }

  NumberCall add(NumberCall.Kind kind, int token, int attempt) {
    if (count == calls.size()) {
      calls.add(new NumberCall());
    }
    NumberCall call = calls.get(count++);
    call.set(kind, token, attempt);
    return call;
  }
}
