package org.rpusim.chip.interconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.cost.ChipArea;
import org.rpusim.chip.floorplan.FloorPlan.Site;
import org.rpusim.chip.interconnect.Transfer.Place;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.engine.TimingWheel;
import org.rpusim.core.server.CausalLog;
import org.rpusim.core.stats.CounterTree;

/** Networks on a chip with tiles of several kinds: their lengths are those of its floor plan. */
final class SeveralKindsTest {
  private static ChipSpec bimodal(String... settings) {
    return ChipPresets.load("gokmen2017-bimodal", Overrides.parse(List.of(settings))).spec();
  }

  /** All tiles and what else there is make up the chip's area, in whatever shape. */
  @Test
  void cellsHaveTheAreaOfALargeTileAndItsShareOfTheRest() {
    ChipSpec chip = bimodal();
    var plan = org.rpusim.chip.floorplan.FloorPlan.of(chip);
    double tiles = 0;
    for (Site site : plan.sites()) {
      tiles += site.sideMillimetres() * site.sideMillimetres();
    }
    double large = plan.sites().getFirst().sideMillimetres();
    double cell = FloorPlan.of(chip).cellMillimetres();
    double whole = ChipArea.of(chip).chipSquareMillimetres();
    assertThat(cell * cell / (large * large)).isCloseTo(whole / tiles, within(1e-12));
  }

  /** The first small tile begins the row below the large ones, wherever tiles in use lie. */
  @Test
  void tilesHangAtTheRouterOfTheCellThatTheyLieIn() {
    ChipSpec chip = bimodal("interconnect.kind=mesh");
    var plan = org.rpusim.chip.floorplan.FloorPlan.of(chip);
    double side = plan.sites().getFirst().sideMillimetres();
    Topology mesh = Interconnects.topology(chip);
    FloorPlan cells = FloorPlan.of(chip);
    for (int tile = 0; tile < chip.tiles(); tile++) {
      Site site = plan.sites().get(tile);
      int column = (int) (site.xMillimetres() / side);
      int row = (int) (site.yMillimetres() / side);
      assertThat(mesh.ofTile(tile)).isEqualTo(row * cells.columns() + column);
      FloorPlan.Point router = mesh.place(mesh.ofTile(tile));
      assertThat(Math.abs(router.x() - mesh.placeOfTile(tile).x())).isLessThanOrEqualTo(1);
      assertThat(Math.abs(router.y() - mesh.placeOfTile(tile).y())).isLessThanOrEqualTo(0.5);
    }
  }

  /** Bits × µm of one transfer: along rows and columns between the two tiles, through routers. */
  @Test
  void aTransferGoesTheMillimetresOfTheFloorPlan() {
    ChipSpec chip = bimodal("interconnect.kind=mesh", "interconnect.headerBits=0", "chip.tiles=56");
    FloorPlan plan = FloorPlan.of(chip);
    Topology mesh = Interconnects.topology(chip);
    int large = 0;
    int small = chip.tiles() - 1;
    FloorPlan.Point a = mesh.place(mesh.ofTile(large));
    FloorPlan.Point b = mesh.place(mesh.ofTile(small));
    long expected =
        plan.micrometres(plan.tile(large), a)
            + Math.round(Math.abs(a.x() - b.x())) * plan.micrometres(1.0)
            + Math.round(Math.abs(a.y() - b.y())) * plan.micrometres(1.0)
            + plan.micrometres(b, plan.tile(small));
    CounterTree counters = new CounterTree();
    Engine engine = new Engine(new TimingWheel());
    List<Integer> done = new ArrayList<>();
    Interconnect network =
        Interconnects.create(
            engine,
            new CausalLog(2, 16, 0),
            chip,
            ImmutableIntArray.of(large, small), // two tiles in use: the first and the last
            done::add,
            counters);
    Place from = new Place(Place.Kind.TILE, 0);
    Place to = new Place(Place.Kind.TILE, 1);
    network.send(0, new Transfer(from, ImmutableList.of(to), 256));
    engine.run();
    assertThat(done).containsExactly(0);
    long bitMicrometres =
        counters.snapshot().entrySet().stream()
            .filter(count -> count.getKey().endsWith("bitMicrometres"))
            .mapToLong(Map.Entry::getValue)
            .sum();
    assertThat(bitMicrometres).isEqualTo(256 * expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mesh", "torus", "ring", "crossbar", "h-tree"})
  void everyTileReachesEveryOther(String kind) {
    ChipSpec chip = bimodal("interconnect.kind=" + kind);
    Topology topology = Interconnects.topology(chip);
    for (int from = 0; from < chip.tiles(); from++) {
      for (int to = 0; to < chip.tiles(); to++) {
        int router = topology.ofTile(from);
        int hops = 0;
        for (int port = topology.nextPort(router, topology.ofTile(to));
            port != Topology.HERE;
            port = topology.nextPort(router, topology.ofTile(to))) {
          router = topology.neighbour(router, port);
          hops++;
          assertThat(hops).isLessThan(topology.routers());
        }
        assertThat(router).isEqualTo(topology.ofTile(to));
      }
    }
  }
}
