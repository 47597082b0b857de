package org.rpusim.report.sweep;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.rpusim.report.point.Jobs;

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
   * @param threads that work, 1 or more; one is this thread
   * @param work of an index; called by several threads at once
   * @param taker called by this thread alone
   */
  static <T extends @Nullable Object, E extends Exception> void forEach(
      int count, int threads, IntFunction<T> work, Taker<T, E> taker) throws E {
    if (threads == 1) {
      for (int i = 0; i < count; i++) {
        taker.take(i, work.apply(i));
      }
      return;
    }
    for (int from = 0; from < count; from += BLOCK) {
      List<T> block = block(from, StrictMath.min(count, from + BLOCK), threads, work);
      for (int i = 0; i < block.size(); i++) {
        taker.take(from + i, block.get(i));
      }
    }
  }

  @SuppressWarnings("unchecked") // a list of what the work gave
  private static <T extends @Nullable Object> List<T> block(
      int from, int to, int threads, IntFunction<T> work) {
    @Nullable Object[] values = new @Nullable Object[to - from];
    new Jobs(threads, () -> false).run(values.length, i -> values[i] = work.apply(from + i));
    return (List<T>) Arrays.asList(values);
  }
}
