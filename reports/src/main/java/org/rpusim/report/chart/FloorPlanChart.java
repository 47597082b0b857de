package org.rpusim.report.chart;

import static org.rpusim.report.chart.ChipPicture.EDGE;
import static org.rpusim.report.chart.ChipPicture.HEADING;
import static org.rpusim.report.chart.ChipPicture.INK;
import static org.rpusim.report.chart.ChipPicture.MARGIN;
import static org.rpusim.report.chart.ChipPicture.UNUSED;
import static org.rpusim.report.chart.ChipPicture.WIDTH;

import com.google.common.collect.ImmutableList;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;

/** A chip from above: its tiles to scale, and on each what part of its array is in use. */
public final class FloorPlanChart {
  private static final int LEGEND_LINE = 24;
  private static final int KEY_WIDTH = 96;
  private static final double GAP = 0.06;
  private static final double FOOT = 0.16;
  private static final double LEAST_BLOCK = 3;
  private static final double LEAST_TEXT_SIDE = 34;
  private static final int MOST_KEYS = 36;
  private static final Color USED_EDGE = new Color(0x5A5A5A);

  private final Plan plan;
  private final double scale;

  /**
   * A picture.
   *
   * @param widthMillimetres of all tiles
   * @param heightMillimetres of all tiles
   * @param layers names of layers, whose positions are those of {@link Block#colour}
   */
  public record Plan(
      String title,
      String subtitle,
      double widthMillimetres,
      double heightMillimetres,
      ImmutableList<Tile> tiles,
      ImmutableList<String> layers) {}

  /**
   * A tile.
   *
   * @param left distance from the left, mm
   * @param top distance from the top, mm
   * @param side side of its square, mm
   * @param name its number; empty where it is not in use
   * @param blocks what lies on it
   * @param traffic as a share of the busiest tile's, 0 to 1
   */
  public record Tile(
      double left,
      double top,
      double side,
      String name,
      ImmutableList<Block> blocks,
      double traffic) {}

  /**
   * A block; lengths are shares of the tile's side.
   *
   * @param colour position of its layer
   */
  public record Block(
      String layer, int colour, double left, double top, double width, double height) {}

  private FloorPlanChart(Plan plan) {
    this.plan = plan;
    this.scale = ChipPicture.scale(plan.widthMillimetres(), plan.heightMillimetres());
  }

  /**
   * Writes the picture as PNG and SVG.
   *
   * @throws IOException if a file cannot be written
   */
  public static void write(Plan plan, Path folder, String name) throws IOException {
    FloorPlanChart chart = new FloorPlanChart(plan);
    ChipPicture.write(
        plan.title(),
        plan.subtitle(),
        plan.heightMillimetres() * chart.scale,
        chart.legendLines() * LEGEND_LINE + MARGIN,
        (graphics, legendTop) -> {
          plan.tiles().forEach(tile -> chart.draw(tile, graphics));
          chart.drawLegend(graphics, legendTop);
        },
        folder,
        name);
  }

  private void draw(Tile tile, Graphics2D graphics) {
    double side = tile.side() * scale * (1 - GAP);
    double left = MARGIN + tile.left() * scale;
    double top = HEADING + tile.top() * scale;
    boolean used = !tile.name().isEmpty();
    Rectangle2D square = new Rectangle2D.Double(left, top, side, side);
    graphics.setPaint(used ? Color.WHITE : UNUSED);
    graphics.fill(square);
    if (used) {
      // The foot holds the bar of the traffic; the array lies above it.
      double array = side * (1 - FOOT);
      tile.blocks().forEach(block -> draw(block, graphics, left, top, side, array));
      graphics.setPaint(ChartTheme.GREY);
      graphics.fill(new Rectangle2D.Double(left, top + array, side * tile.traffic(), side * FOOT));
    }
    graphics.setPaint(used ? USED_EDGE : EDGE);
    graphics.setStroke(new BasicStroke(used ? 1f : 0.6f));
    graphics.draw(square);
    if (used && side >= LEAST_TEXT_SIDE) {
      label(tile, graphics, left, top, side);
    }
  }

  private static void draw(
      Block block, Graphics2D graphics, double left, double top, double width, double height) {
    graphics.setPaint(colour(block.colour()));
    graphics.fill(
        new Rectangle2D.Double(
            left + block.left() * width,
            top + block.top() * height,
            StrictMath.max(LEAST_BLOCK, block.width() * width),
            StrictMath.max(LEAST_BLOCK, block.height() * height)));
  }

  /** Number and layers of the tile at its foot. */
  private static void label(Tile tile, Graphics2D graphics, double left, double top, double side) {
    float size = (float) StrictMath.min(13, StrictMath.max(8, side / 7));
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont(size));
    FontMetrics metrics = graphics.getFontMetrics();
    graphics.setPaint(INK);
    float foot = (float) (top + side - StrictMath.max(2, (side * FOOT - size) / 2 + 1));
    int more = tile.blocks().size() - 1;
    String layer = tile.blocks().getFirst().layer();
    String text = tile.name() + ": " + layer + (more == 0 ? "" : " +" + more);
    boolean fits = metrics.stringWidth(text) <= side - 6;
    graphics.drawString(fits ? text : tile.name(), (float) left + 3, foot);
  }

  private int keys() {
    return StrictMath.min(MOST_KEYS, plan.layers().size());
  }

  private static int keysPerLine() {
    return (WIDTH - 2 * MARGIN) / KEY_WIDTH;
  }

  private int legendLines() {
    return (keys() + keysPerLine() - 1) / keysPerLine();
  }

  private void drawLegend(Graphics2D graphics, int top) {
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    for (int i = 0; i < keys(); i++) {
      int x = MARGIN + i % keysPerLine() * KEY_WIDTH;
      int y = top + i / keysPerLine() * LEGEND_LINE;
      graphics.setPaint(colour(i));
      graphics.fill(new Rectangle2D.Double(x, y + 4, 12, 12));
      graphics.setPaint(INK);
      boolean last = i == MOST_KEYS - 1 && plan.layers().size() > MOST_KEYS;
      graphics.drawString(last ? "…" : shortened(plan.layers().get(i)), x + 18, y + 15);
    }
  }

  private static String shortened(String name) {
    return name.length() <= 10 ? name : name.substring(0, 9) + "…";
  }

  /** Beyond the palette the same colours come again, lighter. */
  private static Color colour(int number) {
    Color base = ChartTheme.LINES.get(number % ChartTheme.LINES.size());
    int round = number / ChartTheme.LINES.size() % 3;
    return new Color(
        lighter(base.getRed(), round),
        lighter(base.getGreen(), round),
        lighter(base.getBlue(), round));
  }

  private static int lighter(int channel, int round) {
    return channel + (255 - channel) * round * 3 / 10;
  }
}
