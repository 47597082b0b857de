package org.rpusim.chip.array;

/** Bursts as what they stand for: one vector after the other. */
final class SingleVectors {
  private SingleVectors() {}

  /** See {@link CrossbarArray#readForwardBurst}. */
  static void readForward(
      CrossbarArray array,
      float[] x,
      int xLine,
      float[] y,
      int yLine,
      int stride,
      int count,
      long firstCycle,
      int maxRetries,
      BurstOutcome outcome) {
    read(array, true, x, xLine, y, yLine, stride, count, firstCycle, maxRetries, outcome);
  }

  /** See {@link CrossbarArray#readBackwardBurst}. */
  static void readBackward(
      CrossbarArray array,
      float[] d,
      int dLine,
      float[] y,
      int yLine,
      int stride,
      int count,
      long firstCycle,
      int maxRetries,
      BurstOutcome outcome) {
    read(array, false, d, dLine, y, yLine, stride, count, firstCycle, maxRetries, outcome);
  }

  private static void read(
      CrossbarArray array,
      boolean forward,
      float[] v,
      int vLine,
      float[] y,
      int yLine,
      int stride,
      int count,
      long firstCycle,
      int maxRetries,
      BurstOutcome outcome) {
    int inputs = forward ? array.columns() : array.rows();
    int outputs = forward ? array.rows() : array.columns();
    outcome.start(count);
    outcome.requireLines(inputs, outputs);
    for (int i = 0; i < count; i++) {
      take(v, vLine, stride, i, outcome.input, inputs);
      int attempt = 0;
      do {
        readOnce(array, forward, firstCycle + i, attempt, outcome);
        outcome.add(outcome.single);
        attempt++;
      } while (outcome.single.saturatedOutputs > 0 && attempt <= maxRetries);
      outcome.retries[i] = attempt - 1;
      outcome.totalRetries += attempt - 1;
      put(outcome.output, outputs, y, yLine, stride, i);
    }
  }

  private static void readOnce(
      CrossbarArray array, boolean forward, long cycle, int attempt, BurstOutcome outcome) {
    if (forward) {
      array.readForward(outcome.input, 0, outcome.output, 0, cycle, attempt, outcome.single);
    } else {
      array.readBackward(outcome.input, 0, outcome.output, 0, cycle, attempt, outcome.single);
    }
  }

  private static void take(float[] m, int line, int stride, int v, float[] vector, int lines) {
    for (int i = 0; i < lines; i++) {
      vector[i] = m[(line + i) * stride + v];
    }
  }

  private static void put(float[] vector, int lines, float[] m, int line, int stride, int v) {
    for (int i = 0; i < lines; i++) {
      m[(line + i) * stride + v] = vector[i];
    }
  }
}
