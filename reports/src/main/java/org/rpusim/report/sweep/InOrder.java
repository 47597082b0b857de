package org.rpusim.report.sweep;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What several threads work out, handed on in order, a block at a time, so that memory is flat. */
final class InOrder {
  private static final int BLOCK = 256;

  private InOrder() {}

  /** Takes what was worked out. */
  @FunctionalInterface
  interface Taker<T extends @Nullable Object, E extends Exception> {
    /**
     * Takes the next.
     *
     * @param index from 0 on, rising
     */
    void take(int index, T value) throws E;
  }

  /**
   * Works out values 0 to {@code count} − 1.
   *
   * @param work of an index; called by several threads at once
   * @param taker called by this thread alone
   */
  static <T extends @Nullable Object, E extends Exception> void forEach(
      int count, IntFunction<T> work, Taker<T, E> taker) throws E {
    for (int from = 0; from < count; from += BLOCK) {
      int to = StrictMath.min(count, from + BLOCK);
      List<T> block = IntStream.range(from, to).parallel().mapToObj(work).toList();
      for (int i = from; i < to; i++) {
        taker.take(i, block.get(i - from));
      }
    }
  }
}
