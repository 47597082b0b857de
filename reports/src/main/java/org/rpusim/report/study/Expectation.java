package org.rpusim.report.study;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.Firmness;
import org.rpusim.report.table.Numbers;

/**
 * What a publication says of a point's figure, or of its difference from another point's, seed by
 * seed: the figure lies in {@code value} ± {@code tolerance}, at least or at most at {@code value}.
 *
 * @param figure what is compared, or null for the figure that the study looks at
 * @param from name of the point that the figure is compared with, or null for the figure itself
 * @param kind how value and figure are compared
 * @param value reference, in the unit of the figure
 * @param tolerance what still counts as agreement, 0 or more; 0 unless the kind is {@code ABOUT}
 * @param firmness how firm the reference is
 * @param atAnyScale whether shorter runs than the full ones can be judged by it too
 * @param note where it comes from, or what it leaves out; may be empty
 */
public record Expectation(
    @Nullable FurtherFigure figure,
    @Nullable String from,
    Kind kind,
    double value,
    double tolerance,
    Firmness firmness,
    boolean atAnyScale,
    String note) {

  /** How a reference value and a figure are compared. */
  public enum Kind {
    /** Within a tolerance. */
    ABOUT,
    /** Not below. */
    AT_LEAST,
    /** Not above. */
    AT_MOST
  }

  /** Smallest figure that agrees. */
  double least() {
    return switch (kind) {
      case ABOUT -> value - tolerance;
      case AT_LEAST -> value;
      case AT_MOST -> Double.NEGATIVE_INFINITY;
    };
  }

  /** Largest figure that agrees. */
  double most() {
    return switch (kind) {
      case ABOUT -> value + tolerance;
      case AT_LEAST -> Double.POSITIVE_INFINITY;
      case AT_MOST -> value;
    };
  }

  /**
   * The reference for people: {@code 0.3 ± 0.2}, {@code ≥ 5}, in the study's unit; a difference has
   * its sign, a figure of its own has its unit, and its tolerance in %.
   */
  String text() {
    String number = figure == null ? number(value) : figure.text(value);
    return switch (kind) {
      case ABOUT -> tolerance == 0 ? number : number + " ± " + toleranceText();
      case AT_LEAST -> "≥ " + number;
      case AT_MOST -> "≤ " + number;
    };
  }

  private String toleranceText() {
    return figure == null
        ? number(tolerance).replace("+", "")
        : Numbers.percent(StrictMath.abs(tolerance / value));
  }

  private String number(double number) {
    String text = String.format(Locale.ROOT, "%.2f", number).replaceFirst("\\.?0+$", "");
    return from != null && number > 0 ? "+" + text : text;
  }
}
