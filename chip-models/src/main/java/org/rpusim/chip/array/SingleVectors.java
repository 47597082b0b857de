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
    outcome.start(count);
    outcome.requireLines(array.columns(), array.rows());
    for (int v = 0; v < count; v++) {
      take(x, xLine, stride, v, outcome.input, array.columns());
      int attempt = 0;
      do {
        array.readForward(
            outcome.input, 0, outcome.output, 0, firstCycle + v, attempt, outcome.single);
        outcome.add(outcome.single);
        attempt++;
      } while (outcome.single.saturatedOutputs > 0 && attempt <= maxRetries);
      outcome.retries[v] = attempt - 1;
      outcome.totalRetries += attempt - 1;
      put(outcome.output, array.rows(), y, yLine, stride, v);
    }
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
    outcome.start(count);
    outcome.requireLines(array.rows(), array.columns());
    for (int v = 0; v < count; v++) {
      take(d, dLine, stride, v, outcome.input, array.rows());
      int attempt = 0;
      do {
        array.readBackward(
            outcome.input, 0, outcome.output, 0, firstCycle + v, attempt, outcome.single);
        outcome.add(outcome.single);
        attempt++;
      } while (outcome.single.saturatedOutputs > 0 && attempt <= maxRetries);
      outcome.retries[v] = attempt - 1;
      outcome.totalRetries += attempt - 1;
      put(outcome.output, array.columns(), y, yLine, stride, v);
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
