package org.rpusim.report.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.junit.jupiter.api.Test;
import org.rpusim.report.point.PointResult;

final class RecentResultsTest {
  private static PointResult result(long seed, ImmutableMap<String, Double> figures) {
    return new PointResult(
        "p",
        seed,
        "f" + seed,
        "",
        figures,
        ImmutableList.of(new PointResult.Epoch(1, 2.5, 0.5 / 3)));
  }

  private static ImmutableMap<String, Double> many(int count) {
    ImmutableMap.Builder<String, Double> figures = ImmutableMap.builder();
    for (int i = 0; i < count; i++) {
      figures.put("figure" + i, 1.0 * i);
    }
    return figures.buildOrThrow();
  }

  @Test
  void whatIsKeptIsWhatCameWhateverFiguresOthersHave() {
    RecentResults recent = new RecentResults();
    PointResult first = result(1, ImmutableMap.of("a.x", 0.1, "b", 1e-300));
    PointResult second = result(2, ImmutableMap.of("a.x", -0.0, "b", 3.0));
    PointResult third = result(3, ImmutableMap.of("c", 7.0));
    recent.add("1", first);
    recent.add("2", second);
    recent.add("3", third);
    assertThat(recent.of("1")).isEqualTo(first);
    assertThat(recent.of("2")).isEqualTo(second);
    assertThat(recent.of("3")).isEqualTo(third);
    assertThat(recent.of("4")).isNull();
  }

  @Test
  void aLargeSweepIsNotKeptWhole() {
    RecentResults recent = new RecentResults();
    ImmutableMap<String, Double> figures = many(1 << 16);
    for (int seed = 1; seed <= 40; seed++) {
      recent.add("" + seed, result(seed, figures));
    }
    assertThat(recent.of("32")).isNotNull();
    assertThat(recent.of("33")).isNull();
  }
}
