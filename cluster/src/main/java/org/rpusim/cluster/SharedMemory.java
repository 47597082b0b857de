package org.rpusim.cluster;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The memory of a process, in which several runs go on at a time. A run that finds too little may
 * not be to blame, so it is run once more by itself, when those beside it have ended.
 */
final class SharedMemory {
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(/* fair= */ true);

  /**
   * Runs something beside others.
   *
   * @param tooLarge gives the result where even the whole memory is too little
   */
  <T> T run(Supplier<T> work, Function<OutOfMemoryError, T> tooLarge) {
    lock.readLock().lock();
    try {
      return work.get();
    } catch (OutOfMemoryError e) {
      // What it held is garbage by now; the rest is said when nothing else runs.
    } finally {
      lock.readLock().unlock();
    }
    return runAlone(work, tooLarge);
  }

  private <T> T runAlone(Supplier<T> work, Function<OutOfMemoryError, T> tooLarge) {
    lock.writeLock().lock();
    try {
      return work.get();
    } catch (OutOfMemoryError e) {
      return tooLarge.apply(e);
    } finally {
      lock.writeLock().unlock();
    }
  }
}
