package org.rpusim.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.google.common.collect.ImmutableSortedMap;
import org.junit.jupiter.api.Test;

class CounterTreeTest {
  private final CounterTree tree = new CounterTree();

  @Test
  void aSnapshotHasAllCountsInPathOrderAndStaysAsItWas() {
    Counter reads = tree.counter("tile1.reads");
    Counter hops = tree.counter("bus.hops");
    reads.add(41);
    reads.increment();
    ImmutableSortedMap<String, Long> snapshot = tree.snapshot();
    hops.increment();
    assertThat(snapshot).containsExactly(entry("bus.hops", 0L), entry("tile1.reads", 42L));
    assertThat(reads.get()).isEqualTo(42);
  }

  @Test
  void aDifferenceCountsSinceTheSnapshotAndNewCountersFromZero() {
    Counter reads = tree.counter("reads");
    reads.add(5);
    ImmutableSortedMap<String, Long> before = tree.snapshot();
    reads.add(2);
    tree.counter("late").add(3);
    assertThat(tree.difference(before)).containsExactly(entry("late", 3L), entry("reads", 2L));
  }

  @Test
  void aPathIsTakenOnceAndIsNotBothACounterAndAParent() {
    tree.counter("tile.array.reads");
    tree.counter("tile.array2");
    assertThatThrownBy(() -> tree.counter("tile.array.reads")).hasMessageContaining("cannot be");
    assertThatThrownBy(() -> tree.counter("tile.array"))
        .hasMessageContaining("tile.array cannot be: there is a counter tile.array.reads");
    assertThatThrownBy(() -> tree.counter("tile.array2.reads"))
        .hasMessageContaining("there is a counter tile.array2");
  }

  @Test
  void aTextThatIsNoPathIsRefused() {
    for (String path : new String[] {"", ".", "a.", ".a", "a..b", "a b"}) {
      assertThatThrownBy(() -> tree.counter(path)).hasMessageContaining("no dotted path");
    }
  }
}
