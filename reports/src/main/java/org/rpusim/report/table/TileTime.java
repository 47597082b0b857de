package org.rpusim.report.table;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rpusim.workload.result.ComponentResult;

/**
 * How the tiles spent their time. A tile is the row {@code tile12} where the run reports one, else
 * its {@code tile12.array}: the array is what every cycle of a tile needs. On a cluster it is the
 * mean of all tiles of a chip, {@code chip12.arrays}.
 *
 * @param unit what a row is: a tile, or a chip
 * @param tiles the row of each tile, in the order of tile numbers
 * @param busyFraction mean share of time at work, 0 to 1
 * @param waitingFractions mean share of time held up, by reason, the greatest first
 * @param idleFraction mean share of time with nothing to do
 */
public record TileTime(
    String unit,
    ImmutableList<Tile> tiles,
    double busyFraction,
    ImmutableMap<String, Double> waitingFractions,
    double idleFraction) {
  private static final String CHIP = "chip";
  private static final Pattern TILE = Pattern.compile("(?:tile\\.?|chip)(\\d+)(\\.arrays?)?");

  /**
   * One tile.
   *
   * @param number as in the component's name
   * @param utilisation share of time at work, 0 to 1
   */
  public record Tile(int number, double utilisation) {}

  /** Sums up the tiles among the components; all is 0 where none of them is a tile. */
  public static TileTime of(ImmutableList<ComponentResult> components) {
    Map<Integer, ComponentResult> rows = new TreeMap<>();
    String unit = "tile";
    for (ComponentResult component : components) {
      Matcher matcher = TILE.matcher(component.name());
      if (matcher.matches()) {
        int number = Integer.parseInt(matcher.group(1));
        boolean whole = matcher.group(2) == null;
        unit = component.name().startsWith(CHIP) ? CHIP : unit;
        rows.merge(number, component, (old, other) -> whole ? other : old);
      }
    }
    return sum(unit, rows);
  }

  private static TileTime sum(String unit, Map<Integer, ComponentResult> rows) {
    ImmutableList.Builder<Tile> tiles = ImmutableList.builder();
    Map<String, Double> waiting = new TreeMap<>();
    double busy = 0;
    double idle = 0;
    for (Map.Entry<Integer, ComponentResult> entry : rows.entrySet()) {
      ComponentResult row = entry.getValue();
      double total = totalSeconds(row);
      double share = total > 0 ? 1 / (total * rows.size()) : 0;
      tiles.add(new Tile(entry.getKey(), total > 0 ? row.busySeconds() / total : 0));
      busy += row.busySeconds() * share;
      idle += row.idleSeconds() * share;
      row.waitingSeconds()
          .forEach((reason, seconds) -> waiting.merge(reason, seconds * share, Double::sum));
    }
    return new TileTime(unit, tiles.build(), busy, greatestFirst(waiting), idle);
  }

  /** The reason that held tiles up longest, or null when nothing did. */
  public @Nullable String mainReason() {
    return waitingFractions.isEmpty() ? null : waitingFractions.keySet().iterator().next();
  }

  private static double totalSeconds(ComponentResult row) {
    double total = row.busySeconds() + row.idleSeconds();
    for (double seconds : row.waitingSeconds().values()) {
      total += seconds;
    }
    return total;
  }

  private static ImmutableMap<String, Double> greatestFirst(Map<String, Double> waiting) {
    return waiting.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
