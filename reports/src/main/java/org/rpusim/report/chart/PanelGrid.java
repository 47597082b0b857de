package org.rpusim.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jfree.chart.JFreeChart;

/** Several charts in rows and columns of one figure, below a common heading. */
final class PanelGrid {
  private static final int HEADING = 92;
  private static final int MARGIN = 18;

  private PanelGrid() {}

  /**
   * Writes the figure as PNG and SVG.
   *
   * @param charts one or more, from left to right and from top to bottom
   * @param width of a panel
   * @param height of a panel
   * @throws IOException if a file cannot be written
   */
  static void write(
      String title,
      String subtitle,
      List<JFreeChart> charts,
      int columns,
      int width,
      int height,
      Path folder,
      String name)
      throws IOException {
    int rows = (charts.size() + columns - 1) / columns;
    ChartFile.write(
        (graphics, area) -> {
          graphics.setPaint(Color.WHITE);
          graphics.fill(area);
          ChartTheme.drawHeading(graphics, title, subtitle, MARGIN);
          for (int i = 0; i < charts.size(); i++) {
            int row = i / columns;
            draw(
                charts.get(i),
                graphics,
                new Rectangle2D.Double(
                    MARGIN + width * (i % columns), HEADING + height * row, width, height));
          }
        },
        columns * width + 2 * MARGIN,
        rows * height + HEADING + MARGIN,
        folder,
        name);
  }

  private static void draw(JFreeChart chart, Graphics2D graphics, Rectangle2D.Double place) {
    AffineTransform before = graphics.getTransform();
    graphics.translate(place.x, place.y);
    chart.draw(graphics, new Rectangle2D.Double(0, 0, place.width, place.height));
    graphics.setTransform(before);
  }
}
