package org.rpusim.report.chart;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.text.TextUtils;
import org.rpusim.workload.state.WholeFile;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes charts, mostly of 900 × 560 units, as PNG, twice as many pixels a side, and as SVG. */
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

  /** What draws itself into a rectangle. */
  interface Drawing {
    /** Draws into an area that begins at 0, 0. */
    void draw(Graphics2D graphics, Rectangle2D area);
  }

  /**
   * Writes {@code name.png} and {@code name.svg}; the same chart gives the same bytes.
   *
   * @throws IOException if a file cannot be written
   */
  static void write(JFreeChart chart, Path folder, String name) throws IOException {
    write(chart::draw, WIDTH, HEIGHT, folder, name);
  }

  /**
   * Writes a drawing of any size.
   *
   * @param width in units, as many in the SVG and twice as many pixels in the PNG
   * @throws IOException if a file cannot be written
   */
  static void write(Drawing drawing, int width, int height, Path folder, String name)
      throws IOException {
    Rectangle2D area = new Rectangle2D.Double(0, 0, width, height);
    PngFile.write(image(drawing, area), folder.resolve(name + ".png"));
    WholeFile.writeUnforced(
        folder.resolve(name + ".svg"),
        out -> {
          Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          writeSvg(drawing, area, writer);
          writer.flush();
        });
  }

  /** Draws a chart as for its files, but small, and forgets it. */
  static void draw(JFreeChart chart) throws IOException {
    Rectangle2D area = new Rectangle2D.Double(0, 0, WIDTH / 4.0, HEIGHT / 4.0);
    PngFile.bytes(image(chart::draw, area));
    writeSvg(chart::draw, area, Writer.nullWriter());
  }

  private static BufferedImage image(Drawing drawing, Rectangle2D area) {
    BufferedImage image =
        new BufferedImage(
            PIXELS_PER_UNIT * (int) area.getWidth(),
            PIXELS_PER_UNIT * (int) area.getHeight(),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.scale(PIXELS_PER_UNIT, PIXELS_PER_UNIT);
    drawing.draw(graphics, area);
    graphics.dispose();
    return image;
  }

  private static void writeSvg(Drawing drawing, Rectangle2D area, Writer writer)
      throws IOException {
    int width = (int) area.getWidth();
    int height = (int) area.getHeight();
    Document document =
        GenericDOMImplementation.getDOMImplementation().createDocument(SVG_NAMESPACE, "svg", null);
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setComment(null);
    context.setPrecision(2);
    SVGGraphics2D graphics = new SVGGraphics2D(context, false);
    graphics.setSVGCanvasSize(new Dimension(width, height));
    drawing.draw(graphics, area);
    Element root = graphics.getRoot();
    root.setAttributeNS(null, "viewBox", "0 0 " + width + " " + height);
    graphics.stream(root, writer, true, false);
    graphics.dispose();
  }
}
