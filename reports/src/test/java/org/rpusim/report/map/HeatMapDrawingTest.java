package org.rpusim.report.map;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.core.stats.Metrics;
import org.rpusim.workload.preset.WorkloadPresets;
import org.rpusim.workload.result.ComponentResult;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.spec.TrainingSpec;

final class HeatMapDrawingTest {
  @TempDir Path folder;

  private static MapFigures map(String... settings) {
    ChipSpec chip =
        ChipPresets.load("gokmen2016-design2", Overrides.parse(List.of(settings))).spec();
    TrainingSpec spec =
        (TrainingSpec) WorkloadPresets.load("mlp-digits", Overrides.parse(List.of())).spec();
    return MapFigures.of("mlp-digits", spec.network(), chip);
  }

  private static ComponentResult busy(String name, double seconds) {
    return new ComponentResult(name, "", seconds, ImmutableMap.of(), 1 - seconds, 0, 1);
  }

  private String drawn(MapFigures map, ComponentResult... components) throws IOException {
    RunResult result =
        new RunResult(
            Metrics.builder().build(), ImmutableList.of(), ImmutableList.copyOf(components), true);
    HeatMapDrawing.write(map, result, folder);
    assertThat(folder.resolve("heat-map.png")).isNotEmptyFile();
    return Files.readString(folder.resolve("heat-map.svg"));
  }

  @Test
  void tilesAndLinksHaveTheirSharesOfTime() throws IOException {
    String svg =
        drawn(
            map("interconnect.kind=mesh"),
            busy("tile0.array", 0.25),
            busy("tile1.array", 0.5),
            busy("network.router0.east", 0.125));
    assertThat(svg).contains("25.0 %", "50.0 %", "12.5 %", "links busy", "of the mesh");
  }

  @Test
  void aBusHasNoLinksButAShareOfItsOwn() throws IOException {
    String svg = drawn(map(), busy("tile0.array", 0.5), busy("bus", 0.03));
    assertThat(svg)
        .contains("the bus is at work for 3.0 % of the time")
        .doesNotContain("links busy");
  }

  @Test
  void itIsTheSamePictureEveryTime() throws IOException {
    MapFigures map = map("interconnect.kind=torus");
    String first = drawn(map, busy("tile0.array", 0.5));
    assertThat(drawn(map, busy("tile0.array", 0.5))).isEqualTo(first);
  }
}
