package org.rpusim.report.chart;

import static org.rpusim.report.chart.ChipPicture.EDGE;
import static org.rpusim.report.chart.ChipPicture.HEADING;
import static org.rpusim.report.chart.ChipPicture.INK;
import static org.rpusim.report.chart.ChipPicture.MARGIN;
import static org.rpusim.report.chart.ChipPicture.UNUSED;

import com.google.common.collect.ImmutableList;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import org.rpusim.chip.interconnect.FloorPlan.Point;
import org.rpusim.report.table.Numbers;

/**
 * A chip from above while it works: each tile as dark as its array is busy, each link of a network
 * as dark and as wide as it is busy, the busiest tile and the busiest link darkest.
 */
public final class HeatMapChart {
  private static final int LEGEND = 64;
  private static final int BAR = 220;
  private static final int BAR_STEPS = 44;
  private static final double GAP = 0.22;
  private static final double LEAST_TEXT_SIDE = 30;
  private static final double WIDEST_LINK = 7;
  private static final double THINNEST_LINK = 0.6;

  /** Of a circle's closing link a piece is drawn at each end, in cells. */
  private static final double STUB = 0.3;

  private static final double DARK = 0.55;
  private static final Color PALE_TILE = new Color(0xEAF2F8);
  private static final Color DARK_TILE = new Color(0x004A78);
  private static final Color PALE_LINK = new Color(0xF3D9C6);
  private static final Color DARK_LINK = new Color(0xA63A00);

  private final Plan plan;
  private final double scale;

  /**
   * A picture; lengths are in cells of the floor plan.
   *
   * @param mostBusyTile greatest share of time that a tile is busy
   * @param mostBusyLink greatest share of time that a link is busy, 0 where there is none
   */
  public record Plan(
      String title,
      String subtitle,
      double width,
      double height,
      ImmutableList<Tile> tiles,
      ImmutableList<Link> links,
      double mostBusyTile,
      double mostBusyLink) {}

  /**
   * A tile.
   *
   * @param middle its place
   * @param side of its square
   * @param name its number; empty where it is not in use
   * @param busy share of time
   */
  public record Tile(Point middle, double side, String name, double busy) {}

  /**
   * A link.
   *
   * @param broken whether it goes round the chip, so that only its ends are drawn
   * @param busy share of time
   */
  public record Link(Point from, Point to, boolean broken, double busy) {}

  private HeatMapChart(Plan plan) {
    this.plan = plan;
    this.scale = ChipPicture.scale(plan.width(), plan.height());
  }

  /**
   * Writes the picture as PNG and SVG.
   *
   * @throws IOException if a file cannot be written
   */
  public static void write(Plan plan, Path folder, String name) throws IOException {
    HeatMapChart chart = new HeatMapChart(plan);
    ChipPicture.write(
        plan.title(),
        plan.subtitle(),
        plan.height() * chart.scale,
        LEGEND,
        (graphics, legendTop) -> {
          plan.tiles().forEach(tile -> chart.draw(tile, graphics));
          plan.links().forEach(link -> chart.draw(link, graphics));
          plan.tiles().forEach(tile -> chart.label(tile, graphics));
          chart.drawLegend(graphics, legendTop);
        },
        folder,
        name);
  }

  private Rectangle2D square(Tile tile) {
    double side = tile.side() * scale * (1 - GAP);
    double left = MARGIN + tile.middle().x() * scale - side / 2;
    double top = HEADING + tile.middle().y() * scale - side / 2;
    return new Rectangle2D.Double(left, top, side, side);
  }

  private double share(Tile tile) {
    return plan.mostBusyTile() > 0 ? tile.busy() / plan.mostBusyTile() : 0;
  }

  private void draw(Tile tile, Graphics2D graphics) {
    Rectangle2D square = square(tile);
    boolean used = !tile.name().isEmpty();
    graphics.setPaint(used ? between(PALE_TILE, DARK_TILE, share(tile)) : UNUSED);
    graphics.fill(square);
    graphics.setPaint(EDGE);
    graphics.setStroke(new BasicStroke(0.6f));
    graphics.draw(square);
  }

  /** Number and share of time above the middle, where links cross a tile. */
  private void label(Tile tile, Graphics2D graphics) {
    Rectangle2D square = square(tile);
    if (tile.name().isEmpty() || square.getWidth() < LEAST_TEXT_SIDE) {
      return;
    }
    float size = (float) StrictMath.min(13, StrictMath.max(7, square.getWidth() / 6));
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont(size));
    FontMetrics metrics = graphics.getFontMetrics();
    graphics.setPaint(share(tile) > DARK ? Color.WHITE : INK);
    float x = (float) square.getX() + 3;
    float y = (float) square.getY();
    graphics.drawString(tile.name(), x, y + size);
    String busy = Numbers.percent(tile.busy());
    if (metrics.stringWidth(busy) <= square.getWidth() - 6) {
      graphics.drawString(busy, x, y + 2.1f * size);
    }
  }

  /** Links drive on the right, so that both directions are seen. */
  private void draw(Link link, Graphics2D graphics) {
    double x = (link.to().x() - link.from().x()) * scale;
    double y = (link.to().y() - link.from().y()) * scale;
    double length = StrictMath.sqrt(x * x + y * y);
    if (length == 0) {
      return;
    }
    double share = plan.mostBusyLink() > 0 ? link.busy() / plan.mostBusyLink() : 0;
    double width = THINNEST_LINK + (WIDEST_LINK - THINNEST_LINK) * share;
    double aside = WIDEST_LINK / 2 + 0.5;
    double fromX = MARGIN + link.from().x() * scale - y / length * aside;
    double fromY = HEADING + link.from().y() * scale + x / length * aside;
    graphics.setPaint(between(PALE_LINK, DARK_LINK, share));
    graphics.setStroke(
        new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    if (link.broken()) {
      double stub = STUB * scale / length;
      graphics.draw(new Line2D.Double(fromX, fromY, fromX - x * stub, fromY - y * stub));
      double toX = fromX + x;
      double toY = fromY + y;
      graphics.draw(new Line2D.Double(toX + x * stub, toY + y * stub, toX, toY));
    } else {
      graphics.draw(new Line2D.Double(fromX, fromY, fromX + x, fromY + y));
    }
  }

  private void drawLegend(Graphics2D graphics, int top) {
    drawBar(graphics, MARGIN, top, PALE_TILE, DARK_TILE, "arrays busy", plan.mostBusyTile());
    if (!plan.links().isEmpty()) {
      int left = MARGIN + BAR + 120;
      drawBar(graphics, left, top, PALE_LINK, DARK_LINK, "links busy", plan.mostBusyLink());
    }
  }

  private static void drawBar(
      Graphics2D graphics, int left, int top, Color pale, Color dark, String text, double most) {
    double step = (double) BAR / BAR_STEPS;
    for (int i = 0; i < BAR_STEPS; i++) {
      graphics.setPaint(between(pale, dark, i / (BAR_STEPS - 1.0)));
      graphics.fill(new Rectangle2D.Double(left + i * step, top, step + 0.5, 12));
    }
    graphics.setPaint(INK);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    graphics.drawString("0 %", left, top + 28);
    graphics.drawString(text, left + BAR / 2 - 34, top + 28);
    graphics.drawString(Numbers.percent(most), left + BAR - 24, top + 28);
  }

  private static Color between(Color pale, Color dark, double share) {
    return new Color(
        channel(pale.getRed(), dark.getRed(), share),
        channel(pale.getGreen(), dark.getGreen(), share),
        channel(pale.getBlue(), dark.getBlue(), share));
  }

  private static int channel(int from, int to, double share) {
    return (int) StrictMath.round(from + (to - from) * StrictMath.min(1, share));
  }
}
