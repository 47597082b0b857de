package org.rpusim.report.sweep;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.regex.Pattern;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Nearest;
import org.rpusim.report.explain.Glossary;
import org.rpusim.report.explain.Term;
import org.rpusim.report.table.FigureText;

/**
 * A figure that a sweep looks for the best of.
 *
 * @param path in {@code metrics.json}
 * @param higher whether more is better
 */
public record Objective(String path, boolean higher) {
  /** Looked at where nothing else is asked for, as far as the runs have them. */
  static final ImmutableList<Objective> STANDARD =
      ImmutableList.of(
          new Objective("accuracy.testErrorPercent", false),
          new Objective("time.simulatedSeconds", false),
          new Objective("energy.totalJoules", false),
          new Objective("area.chipSquareMillimetres", false));

  private static final Pattern PATH = Pattern.compile("[A-Za-z][\\w-]*(\\.[\\w-]+)+");

  /**
   * Reads {@code PATH}, {@code min:PATH} or {@code max:PATH}; without a word the figure says what
   * is better: more of throughput, efficiency, acceleration and utilisation, less of all else.
   *
   * @throws ConfigException if it is none of them
   */
  static Objective read(String text) {
    String path = text.startsWith("min:") || text.startsWith("max:") ? text.substring(4) : text;
    if (!PATH.matcher(path).matches()) {
      throw new ConfigException(
          "The objective " + text + " is no path of metrics.json, such as energy.totalJoules.",
          "Maybe " + STANDARD.getFirst().path() + " is meant.");
    }
    Glossary glossary = Glossary.load();
    if (glossary.find(path).isEmpty()) {
      List<String> names = glossary.terms().stream().map(Term::name).distinct().toList();
      String near = Nearest.of(path, names);
      throw new ConfigException(
          "The objective " + text + " is no figure of metrics.json, such as energy.totalJoules.",
          "Maybe " + (near == null ? STANDARD.getFirst().path() : near) + " is meant.");
    }
    boolean higher = path.equals(text) ? FigureText.higherIsBetter(path) : text.startsWith("max:");
    return new Objective(path, higher);
  }

  /** As {@link #read} understands it. */
  String text() {
    return (higher ? "max:" : "min:") + path;
  }

  /** Whether a value is better than another one. */
  boolean better(double a, double b) {
    return higher ? a > b : a < b;
  }
}
