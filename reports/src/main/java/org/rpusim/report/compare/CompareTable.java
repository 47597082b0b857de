package org.rpusim.report.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rpusim.report.table.FigureText;
import org.rpusim.report.table.TextTable;

/** A comparison of runs for people. */
public final class CompareTable {
  private static final String SEED = "run.seed";
  private static final double SAME = 5e-5;
  private static final double FACTOR = 2;

  private CompareTable() {}

  /**
   * The whole text.
   *
   * @param all whether every figure that differs is listed, not the headlines alone
   */
  public static String of(RunComparison comparison, boolean all) {
    StringBuilder text = new StringBuilder("Configuration\n");
    text.append(configuration(comparison)).append("\nFigures\n").append(figures(comparison, all));
    text.append('\n').append(stops(comparison));
    return text.append(sentence(comparison)).append('\n').toString();
  }

  /** A line for each run that was stopped. */
  private static String stops(RunComparison comparison) {
    StringBuilder text = new StringBuilder();
    for (int run = 0; run < comparison.names().size(); run++) {
      String where = comparison.stopped().get(run);
      if (!where.isEmpty()) {
        text.append(comparison.names().get(run))
            .append(" was stopped ")
            .append(where)
            .append(": its figures are of that part alone, and differ for this reason too.\n");
      }
    }
    return text.toString();
  }

  private static String configuration(RunComparison comparison) {
    if (comparison.differences().isEmpty()) {
      return "  no difference\n";
    }
    TextTable table = new TextTable("  ");
    List<String> header = new ArrayList<>(List.of("key"));
    header.addAll(comparison.names());
    table.row(header.toArray(String[]::new));
    comparison
        .differences()
        .forEach((key, values) -> {
          List<String> cells = new ArrayList<>(List.of(key));
          values.forEach(value -> cells.add(value.isEmpty() ? "–" : value));
          table.row(cells.toArray(String[]::new));
        });
    return table.toString();
  }

  private static String figures(RunComparison comparison, boolean all) {
    TextTable table = new TextTable("  ");
    List<String> header = new ArrayList<>(List.of("figure"));
    header.addAll(comparison.names());
    table.row(header.toArray(String[]::new));
    for (String path : comparison.shown(all)) {
      List<String> cells = new ArrayList<>(List.of(all ? path : FigureText.label(path)));
      Double first = comparison.value(path, 0);
      for (int run = 0; run < comparison.names().size(); run++) {
        Double value = comparison.value(path, run);
        cells.add(
            value == null
                ? "–"
                : FigureText.value(path, value)
                    + (run == 0 ? "" : "  (" + change(path, first, value) + ")"));
      }
      table.row(cells.toArray(String[]::new));
    }
    return table.toString();
  }

  /** How a value stands to the first run's: a difference of shares, else a percentage or factor. */
  static String change(String path, @Nullable Double first, double value) {
    if (first == null) {
      return "new";
    }
    if (value == first) {
      return "same";
    }
    if (FigureText.unit(path).equals("%")) {
      return String.format(Locale.ROOT, "%+.2f points", value - first);
    }
    if (path.startsWith("utilisation.") || path.startsWith("stalls.")) {
      return String.format(Locale.ROOT, "%+.1f points", 100 * (value - first));
    }
    if (first == 0) {
      return "from 0";
    }
    double ratio = value / first;
    if (StrictMath.abs(ratio - 1) < SAME) {
      return "< 0.01 % apart";
    }
    return ratio >= FACTOR || ratio <= 1 / FACTOR
        ? String.format(Locale.ROOT, "× %.3g", ratio)
        : String.format(Locale.ROOT, "%+.2f %%", 100 * (ratio - 1));
  }

  /** What the difference of configurations did, as far as the runs can tell. */
  static String sentence(RunComparison comparison) {
    List<String> keys =
        comparison.differences().keySet().stream().filter(key -> !key.equals(SEED)).toList();
    boolean seeds = comparison.differences().containsKey(SEED);
    if (keys.isEmpty()) {
      return seeds
          ? "The runs differ in their seed alone: what differs is chance."
          : "The runs have the same configuration.";
    }
    if (keys.size() > 1 || comparison.names().size() > 2) {
      return keys.size()
          + (keys.size() == 1 ? " key differs" : " keys differ")
          + (keys.size() > 1 ? "; these runs do not tell which of them did what." : ".")
          + (seeds ? " Seeds differ too." : "");
    }
    Map.Entry<String, ? extends List<String>> only =
        comparison.differences().entrySet().stream()
            .filter(entry -> entry.getKey().equals(keys.getFirst()))
            .findFirst()
            .orElseThrow();
    return keys.getFirst()
        + " from "
        + only.getValue().get(0)
        + " to "
        + only.getValue().get(1)
        + ": "
        + effects(comparison)
        + (seeds ? ". Seeds differ too, so a part of it is chance." : ".");
  }

  private static String effects(RunComparison comparison) {
    List<String> effects = new ArrayList<>();
    for (String path :
        List.of(
            "accuracy.testErrorPercent",
            "time.simulatedSeconds",
            "energy.totalJoules",
            "area.chipSquareMillimetres")) {
      Double value = comparison.value(path, 1);
      if (value != null) {
        effects.add(FigureText.label(path) + " " + change(path, comparison.value(path, 0), value));
      }
    }
    return String.join(", ", effects);
  }
}
