package org.rpusim.report.html;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Doubles;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.rpusim.report.chart.Thinning;
import org.rpusim.report.html.SweepPage.Content;
import org.rpusim.report.html.SweepPage.Row;
import org.rpusim.report.table.FigureText;
import org.rpusim.report.table.Numbers;

/** Points of a sweep as lines across parallel axes: the varied keys, then the objectives. */
final class ParallelCoordinates {
  private static final int HEIGHT = 380;
  private static final int TOP = 48;
  private static final int BOTTOM = 340;
  private static final int STEP = 165;
  private static final int MARGIN = 80;
  private static final int MOST_LINES = 600;
  private static final int MOST_AXES = 10;

  /** An axis: what it is called, what stands at its ends, and where each row meets it. */
  private record Axis(String name, String low, String high, ImmutableList<Double> places) {}

  private ParallelCoordinates() {}

  /** The SVG, or an empty text where there is nothing to compare. */
  static String of(Content content) {
    List<Row> rows = lines(content.rows());
    List<Axis> axes = new ArrayList<>();
    for (int i = 0; i < content.columns().size(); i++) {
      addIfItVaries(axes, columnAxis(content.columns().get(i), rows, i));
    }
    for (int i = 0; i < content.objectives(); i++) {
      addIfItVaries(axes, figureAxis(content.figures().get(i), rows, i));
    }
    if (axes.size() < 2) {
      return "";
    }
    return draw(axes.subList(0, StrictMath.min(axes.size(), MOST_AXES)), rows);
  }

  /** All points of the front, and as many others, evenly picked, as can be told apart. */
  private static List<Row> lines(List<Row> all) {
    int step = (all.size() + MOST_LINES - 1) / MOST_LINES;
    List<Row> others = new ArrayList<>();
    List<Row> front = new ArrayList<>();
    for (Row row : all) {
      if (row.front()) {
        front.add(row);
      } else if (Thinning.keeps(row.number(), StrictMath.max(1, step))) {
        others.add(row);
      }
    }
    others.addAll(front);
    return others;
  }

  private static void addIfItVaries(List<Axis> axes, Axis axis) {
    Set<Double> places = new TreeSet<>();
    for (double place : axis.places()) {
      if (!Double.isNaN(place)) {
        places.add(place);
      }
    }
    if (places.size() > 1) {
      axes.add(axis);
    }
  }

  private static Axis columnAxis(String name, List<Row> rows, int index) {
    double[] values = new double[rows.size()];
    boolean numbers = true;
    for (int i = 0; i < values.length; i++) {
      values[i] = number(rows.get(i).columns().get(index));
      numbers &= !Double.isNaN(values[i]);
    }
    if (numbers) {
      String unit = unit(rows.getFirst().columns().get(index));
      return scaled(name, values, value -> Numbers.plain(value) + unit);
    }
    List<String> names =
        new ArrayList<>(
            new LinkedHashSet<>(rows.stream().map(row -> row.columns().get(index)).toList()));
    for (int i = 0; i < values.length; i++) {
      double place = names.indexOf(rows.get(i).columns().get(index));
      values[i] = place / StrictMath.max(1, names.size() - 1);
    }
    return new Axis(
        name, names.getFirst(), names.getLast(), ImmutableList.copyOf(Doubles.asList(values)));
  }

  private static double number(String text) {
    int end = text.indexOf(' ');
    try {
      return Double.parseDouble(end < 0 ? text : text.substring(0, end));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static String unit(String text) {
    int end = text.indexOf(' ');
    return end < 0 ? "" : text.substring(end);
  }

  private static Axis figureAxis(String path, List<Row> rows, int index) {
    double[] values = new double[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = rows.get(i).figures().get(index).value();
    }
    return scaled(FigureText.label(path), values, value -> FigureText.value(path, value));
  }

  private interface Writer {
    String text(double value);
  }

  private static Axis scaled(String name, double[] values, Writer writer) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        low = StrictMath.min(low, value);
        high = StrictMath.max(high, value);
      }
    }
    if (!(low < high)) {
      return new Axis(name, "", "", ImmutableList.of());
    }
    double[] places = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      places[i] = (values[i] - low) / (high - low);
    }
    return new Axis(
        name, writer.text(low), writer.text(high), ImmutableList.copyOf(Doubles.asList(places)));
  }

  private static String draw(List<Axis> axes, List<Row> rows) {
    int width = 2 * MARGIN + STEP * (axes.size() - 1);
    StringBuilder svg = new StringBuilder();
    svg.append(
            "<svg class=\"parallel\" role=\"img\" aria-label=\"parallel coordinates\" viewBox=\"0 0 ")
        .append(width)
        .append(' ')
        .append(HEIGHT)
        .append("\">\n");
    for (int i = 0; i < rows.size(); i++) {
      line(svg, axes, rows.get(i), i);
    }
    for (int a = 0; a < axes.size(); a++) {
      int x = MARGIN + STEP * a;
      svg.append("<line class=\"axis\" x1=\"" + x + "\" x2=\"" + x + "\" y1=\"" + TOP + "\" y2=\"")
          .append(BOTTOM + "\"/>");
      text(svg, x, 18, axes.get(a).name());
      text(svg, x, TOP - 8, axes.get(a).high());
      text(svg, x, BOTTOM + 18, axes.get(a).low());
      svg.append('\n');
    }
    return svg.append("</svg>\n").toString();
  }

  private static void line(StringBuilder svg, List<Axis> axes, Row row, int index) {
    StringBuilder path = new StringBuilder();
    for (int a = 0; a < axes.size(); a++) {
      double place = axes.get(a).places().get(index);
      if (Double.isNaN(place)) {
        return;
      }
      double y = BOTTOM - place * (BOTTOM - TOP);
      path.append(a == 0 ? "M" : "L").append(MARGIN + STEP * a);
      path.append(String.format(Locale.ROOT, " %.1f", y));
    }
    svg.append(row.front() ? "<path class=\"front\" d=\"" : "<path d=\"")
        .append(path)
        .append("\"><title>point ")
        .append(row.number())
        .append(": ")
        .append(Html.escape(String.join(", ", row.columns())))
        .append("</title></path>\n");
  }

  private static void text(StringBuilder svg, int x, int y, String text) {
    svg.append("<text text-anchor=\"middle\" x=\"" + x + "\" y=\"" + y + "\">")
        .append(Html.escape(text))
        .append("</text>");
  }
}
