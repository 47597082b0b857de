package org.rpusim.report.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.config.ConfigException;

final class InOrderTest {
  private static final int COUNT = 600;

  @Test
  void anyNumberOfThreadsHandsOnInOrder() {
    for (int threads = 1; threads <= 3; threads++) {
      List<Integer> taken = new ArrayList<>();
      InOrder.<Integer, RuntimeException>forEach(
          COUNT,
          threads,
          i -> 7 * i,
          (index, value) -> {
            assertThat(value).isEqualTo(7 * index);
            taken.add(index);
          });
      assertThat(taken).isEqualTo(IntStream.range(0, COUNT).boxed().toList());
    }
  }

  @Test
  void oneThreadIsTheCallersOwn() {
    Set<Thread> workers = ConcurrentHashMap.newKeySet();
    InOrder.<Boolean, RuntimeException>forEach(
        COUNT, 1, i -> workers.add(Thread.currentThread()), (index, value) -> {});
    assertThat(workers).containsExactly(Thread.currentThread());
  }

  @Test
  void whatGoesWrongInAThreadIsTold() {
    assertThatThrownBy(() ->
            InOrder.<Integer, RuntimeException>forEach(
                COUNT,
                2,
                i -> {
                  if (i == COUNT / 2) {
                    throw new ConfigException("An invented misfit.");
                  }
                  return i;
                },
                (index, value) -> {}))
        .isInstanceOf(ConfigException.class)
        .hasMessage("An invented misfit.");
  }
}
