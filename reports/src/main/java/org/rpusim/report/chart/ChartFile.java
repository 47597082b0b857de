package org.rpusim.report.chart;

import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.text.TextUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes a chart of 900 × 560 units as PNG, twice that many pixels a side, and as SVG. */
final class ChartFile {
  static final int WIDTH = 900;
  static final int HEIGHT = 560;
  private static final int PIXELS_PER_UNIT = 2;
  private static final String SVG_NAMESPACE = "http://www.w3.org/2000/svg";

  static {
    // Rotated labels stay text in an SVG, instead of becoming outlines.
    TextUtils.setUseDrawRotatedStringWorkaround(false);
  }

  private ChartFile() {}

  /**
   * Writes {@code name.png} and {@code name.svg}; the same chart gives the same bytes.
   *
   * @throws IOException if a file cannot be written
   */
  static void write(JFreeChart chart, Path folder, String name) throws IOException {
    BufferedImage image =
        chart.createBufferedImage(
            PIXELS_PER_UNIT * WIDTH, PIXELS_PER_UNIT * HEIGHT, WIDTH, HEIGHT, null);
    Path png = folder.resolve(name + ".png");
    if (!ImageIO.write(image, "png", png.toFile())) {
      throw new IOException("this Java has no PNG writer for " + png);
    }
    try (Writer writer =
        Files.newBufferedWriter(folder.resolve(name + ".svg"), StandardCharsets.UTF_8)) {
      writeSvg(chart, writer);
    }
  }

  private static void writeSvg(JFreeChart chart, Writer writer) throws IOException {
    Document document =
        GenericDOMImplementation.getDOMImplementation().createDocument(SVG_NAMESPACE, "svg", null);
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setComment(null);
    context.setPrecision(2);
    SVGGraphics2D graphics = new SVGGraphics2D(context, false);
    graphics.setSVGCanvasSize(new Dimension(WIDTH, HEIGHT));
    chart.draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    Element root = graphics.getRoot();
    root.setAttributeNS(null, "viewBox", "0 0 " + WIDTH + " " + HEIGHT);
    graphics.stream(root, writer, true, false);
    graphics.dispose();
  }
}
