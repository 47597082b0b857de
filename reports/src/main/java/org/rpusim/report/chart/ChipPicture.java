package org.rpusim.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.io.IOException;
import java.nio.file.Path;

/** What pictures of a chip from above have in common: paper, heading and scale. */
final class ChipPicture {
  static final int WIDTH = ChartFile.WIDTH;
  static final int MARGIN = 18;

  /** Where the chip begins below the heading. */
  static final int HEADING = 84;

  static final Color UNUSED = new Color(0xF4F4F4);
  static final Color EDGE = new Color(0xC8C8C8);
  static final Color INK = new Color(0x222222);
  private static final double TALLEST = 1400;

  private ChipPicture() {}

  /** Draws chip and legend. */
  @FunctionalInterface
  interface Content {
    /**
     * Draws below the heading.
     *
     * @param legendTop where the legend begins, below the chip
     */
    void draw(Graphics2D graphics, int legendTop);
  }

  /** Units of the picture for a unit of a chip's lengths. */
  static double scale(double width, double height) {
    return StrictMath.min((WIDTH - 2.0 * MARGIN) / width, TALLEST / height);
  }

  /**
   * Writes a picture as PNG and SVG.
   *
   * @param tall height of the chip in units of the picture
   * @param legend height of the legend and of what is free below it
   * @throws IOException if a file cannot be written
   */
  static void write(
      String title,
      String subtitle,
      double tall,
      int legend,
      Content content,
      Path folder,
      String name)
      throws IOException {
    int legendTop = HEADING + (int) StrictMath.ceil(tall) + MARGIN;
    ChartFile.write(
        (graphics, area) -> {
          graphics.setPaint(Color.WHITE);
          graphics.fill(area);
          graphics.setRenderingHint(
              RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
          ChartTheme.drawHeading(graphics, title, subtitle, MARGIN);
          content.draw(graphics, legendTop);
        },
        WIDTH,
        legendTop + legend,
        folder,
        name);
  }
}
