package org.rpusim.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.junit.jupiter.api.Test;

class StallSentenceTest {
  private static String of(double busy, double idle, ImmutableMap<String, Double> waiting) {
    return StallSentence.of(new TileTime("tile", ImmutableList.of(), busy, waiting, idle));
  }

  @Test
  void reasonsForWaitingCountTogetherAgainstWork() {
    assertThat(of(0.41, 0.0, ImmutableMap.of("memory", 0.3, "link", 0.29)))
        .isEqualTo("The tiles mostly waited for the memory.");
    assertThat(of(0.51, 0.0, ImmutableMap.of("memory", 0.25, "link", 0.24)))
        .isEqualTo("The tiles were at work for most of the time.");
  }

  @Test
  void workForLessThanHalfOfTheTimeIsNotMostOfIt() {
    assertThat(of(0.4, 0.3, ImmutableMap.of("memory", 0.3)))
        .isEqualTo("The tiles were at work for longer than they waited or had nothing to do.");
  }

  @Test
  void nothingToDoIsSaidWhereItOutweighsWaiting() {
    assertThat(of(0.1, 0.8, ImmutableMap.of("memory", 0.1)))
        .startsWith("The tiles had nothing to do for most of the time");
  }
}
