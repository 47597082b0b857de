package org.rpusim.chip.machine;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.interconnect.Interconnect;
import org.rpusim.chip.interconnect.Interconnects;
import org.rpusim.chip.interconnect.Part;
import org.rpusim.chip.machine.Account.Kind;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.spec.DigitalSpec.Sharing;
import org.rpusim.chip.spec.MemorySpec;
import org.rpusim.chip.tile.Tile;
import org.rpusim.chip.tile.TileWork;
import org.rpusim.chip.tile.WaitReason;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.server.CausalLog;
import org.rpusim.core.server.FifoServer;
import org.rpusim.core.server.RateServer;
import org.rpusim.core.stats.Counter;
import org.rpusim.core.stats.CounterTree;

/** The components of a chip that a program uses, on one engine. */
public final class Chip {
  private final ImmutableList<Tile> tiles;
  private final ImmutableList<RateServer> digitalUnits;
  private final Tile[] tileOfIndex;
  private final RateServer[] unitOfTile;
  private final boolean unitsAreShared;
  private final ImmutableList<Interconnect> interconnects;
  private final ImmutableList<RateServer> memories;
  private final ImmutableList<TeamLink> linksOnwards;
  private final ImmutableList<TeamLink> linksBack;
  private final Team team;
  private final CounterTree counters = new CounterTree();

  /**
   * @param usedTiles tiles that the program uses, the first of the chip's
   * @param work gives the tiles their cycles and is told of every completion
   */
  public Chip(ChipSpec spec, int usedTiles, Engine engine, CausalLog log, TileWork work) {
    this(
        spec,
        Collections.nCopies(usedTiles, spec),
        Interconnects.allTiles(spec),
        engine,
        log,
        work);
  }

  /**
   * @param chipOfTile the chip as each tile in use sees it, by index
   * @param sites number of each tile in use among all of the chip's, by index
   */
  public Chip(
      ChipSpec spec,
      List<ChipSpec> chipOfTile,
      ImmutableIntArray sites,
      Engine engine,
      CausalLog log,
      TileWork work) {
    this(spec, chipOfTile, Team.alone(sites), engine, log, work);
  }

  /**
   * Chips that work together, as one: tiles are counted through.
   *
   * @param spec each of them
   * @param chipOfTile the chip as each tile in use sees it, by index
   */
  public Chip(
      ChipSpec spec,
      List<ChipSpec> chipOfTile,
      Team team,
      Engine engine,
      CausalLog log,
      TileWork work) {
    this.team = team;
    this.unitsAreShared = spec.digital().sharing() == Sharing.SHARED;
    this.tiles = tiles(spec, chipOfTile, engine, log, work);
    this.tileOfIndex = tiles.toArray(new Tile[0]);
    this.digitalUnits = units(spec, engine, log, work);
    this.unitOfTile = new RateServer[tiles.size()];
    for (int tile = 0; tile < unitOfTile.length; tile++) {
      unitOfTile[tile] = digitalUnits.get(unitsAreShared ? team.chipOfTile().get(tile) : tile);
    }
    ImmutableList.Builder<Interconnect> buses = ImmutableList.builder();
    ImmutableList.Builder<RateServer> stores = ImmutableList.builder();
    for (int chip = 0; chip < team.chips(); chip++) {
      CounterTree own = team.isAlone() ? counters : counters.below("chip" + chip);
      buses.add(Interconnects.create(engine, log, spec, team.sitesOf(chip), work, own));
      stores.add(memory(spec.memory(), chip, server(engine, log, WaitReason.MEMORY, work)));
    }
    this.interconnects = buses.build();
    this.memories = stores.build();
    this.linksOnwards = links(spec, engine, log, work, "onwards");
    this.linksBack = links(spec, engine, log, work, "back");
  }

  private ImmutableList<Tile> tiles(
      ChipSpec spec, List<ChipSpec> chipOfTile, Engine engine, CausalLog log, TileWork work) {
    return IntStream.range(0, chipOfTile.size())
        .mapToObj(i ->
            new Tile(
                engine,
                log,
                chipOfTile.get(i).tile(),
                spec.management(),
                work,
                counters,
                "tile" + i))
        .collect(ImmutableList.toImmutableList());
  }

  private ImmutableList<RateServer> units(
      ChipSpec spec, Engine engine, CausalLog log, TileWork work) {
    return IntStream.range(0, unitsAreShared ? team.chips() : tiles.size())
        .mapToObj(i ->
            rateServer(
                server(engine, log, WaitReason.DIGITAL_UNIT, work),
                spec.digital().operationsPerSecond(),
                0,
                unitsAreShared
                    ? path(i) + "sharedUnit.operations"
                    : "tile" + i + ".digitalOperations"))
        .collect(ImmutableList.toImmutableList());
  }

  private RateServer memory(MemorySpec spec, int chip, FifoServer server) {
    return rateServer(
        server, 8 * spec.bytesPerSecond(), spec.latencyPs(), path(chip) + "memory.bits");
  }

  private static FifoServer server(Engine engine, CausalLog log, WaitReason reason, TileWork work) {
    return new FifoServer(engine, log, reason.index(), WaitReason.COUNT, work);
  }

  private ImmutableList<TeamLink> links(
      ChipSpec spec, Engine engine, CausalLog log, TileWork work, String direction) {
    ImmutableList.Builder<TeamLink> links = ImmutableList.builder();
    for (int chip = 0; chip < team.links().size(); chip++) {
      links.add(
          new TeamLink(
              engine,
              server(engine, log, WaitReason.LINK, work),
              team.links().get(chip),
              spec.cluster(),
              counters.below("chip" + chip + "." + direction)));
    }
    return links.build();
  }

  /** What stands before the names of a chip's own parts, where there are several. */
  private String path(int chip) {
    return team.isAlone() ? "" : "chip" + chip + ".";
  }

  private RateServer rateServer(
      FifoServer server, double perSecond, long latencyPs, String counterPath) {
    Counter items = counters.counter(counterPath);
    return new RateServer(server, perSecond, latencyPs, items);
  }

  /** The tiles in use. */
  public ImmutableList<Tile> tiles() {
    return tiles;
  }

  /** The tile of an index. */
  public Tile tile(int index) {
    return tileOfIndex[index];
  }

  /** The digital unit that serves a tile. */
  public RateServer digitalUnit(int tile) {
    return unitOfTile[tile];
  }

  /** The digital units in use: one a tile, or one for all. */
  public ImmutableList<RateServer> digitalUnits() {
    return digitalUnits;
  }

  /** What carries numbers between digital units and from memory. */
  public Interconnect interconnect() {
    return interconnects.getFirst();
  }

  /** Who waits for whom on any of the interconnects; see {@link Interconnect#deadlock}. */
  public @Nullable String deadlock() {
    for (Interconnect interconnect : interconnects) {
      String deadlock = interconnect.deadlock();
      if (deadlock != null) {
        return deadlock;
      }
    }
    return null;
  }

  /** The interconnect of a chip of a team. */
  public Interconnect interconnect(int chip) {
    return interconnects.get(chip);
  }

  /** Where inputs and labels come from. */
  public RateServer memory() {
    return memories.getFirst();
  }

  /** The memory of a chip of a team. */
  public RateServer memory(int chip) {
    return memories.get(chip);
  }

  /**
   * A link between two chips of a team.
   *
   * @param chip the first of the two
   * @param onwards whether to the second of them, or back
   */
  public TeamLink link(int chip, boolean onwards) {
    return (onwards ? linksOnwards : linksBack).get(chip);
  }

  /** Every component in use. */
  public ImmutableList<Account> accounts() {
    ImmutableList.Builder<Account> accounts = ImmutableList.builder();
    for (int i = 0; i < tiles.size(); i++) {
      Tile tile = tiles.get(i);
      String name = "tile" + i;
      accounts.add(
          new Account(name + ".array", Kind.ARRAY, tile.arrayLedger(), tile.counts()::arrayCycles),
          new Account(
              name + ".converters",
              Kind.CONVERTERS,
              tile.converterLedger(),
              tile.counts().conversions::get),
          account(name + ".management", Kind.MANAGEMENT, tile.management()),
          account(name + ".link", Kind.LINK, tile.link()));
    }
    for (int i = 0; i < digitalUnits.size(); i++) {
      String name = unitsAreShared ? path(i) + "sharedUnit" : "tile" + i + ".digitalUnit";
      accounts.add(account(name, Kind.DIGITAL_UNIT, digitalUnits.get(i)));
    }
    for (int chip = 0; chip < team.chips(); chip++) {
      for (Part part : interconnects.get(chip).parts()) {
        String name = path(chip) + part.name();
        accounts.add(new Account(name, Kind.INTERCONNECT, part.ledger(), part.served()::get));
      }
      accounts.add(account(path(chip) + "memory", Kind.MEMORY, memories.get(chip)));
    }
    return accounts.build();
  }

  private static Account account(String name, Kind kind, RateServer server) {
    return new Account(name, kind, server.ledger(), server.served()::get);
  }

  /** Pieces of work that each server has taken. */
  public ImmutableList<Counter> servedCounters() {
    ImmutableList.Builder<Counter> served = ImmutableList.builder();
    for (Tile tile : tiles) {
      served.add(tile.management().served(), tile.link().served());
    }
    digitalUnits.forEach(unit -> served.add(unit.served()));
    interconnects.forEach(of -> of.parts().forEach(part -> served.add(part.served())));
    memories.forEach(memory -> served.add(memory.served()));
    return served.build();
  }

  /** Every exact count. */
  public CounterTree counters() {
    return counters;
  }
}
