package org.rpusim.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PngFileTest {
  @TempDir Path folder = Path.of("");

  /** A reader that is not ours gives every pixel back. */
  private void readsBack(BufferedImage image) throws IOException {
    Path file = folder.resolve("a.png");
    PngFile.write(image, file);
    BufferedImage read = ImageIO.read(file.toFile());
    assertThat(read.getWidth()).isEqualTo(image.getWidth());
    assertThat(read.getHeight()).isEqualTo(image.getHeight());
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        assertThat(read.getRGB(x, y)).isEqualTo(image.getRGB(x, y));
      }
    }
  }

  @Test
  void noiseReadsBack() throws IOException {
    BufferedImage image = new BufferedImage(67, 41, BufferedImage.TYPE_INT_RGB);
    int state = 1;
    for (int y = 0; y < 41; y++) {
      for (int x = 0; x < 67; x++) {
        state = state * 1664525 + 1013904223;
        image.setRGB(x, y, state >>> 8);
      }
    }
    readsBack(image);
  }

  @Test
  void drawingsReadBack() throws IOException {
    BufferedImage image = new BufferedImage(200, 90, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 200, 90);
    graphics.setColor(new Color(0, 114, 178));
    graphics.drawLine(3, 80, 190, 7);
    graphics.fillOval(50, 20, 60, 40);
    graphics.dispose();
    readsBack(image);
  }

  @Test
  void onePixelReadsBack() throws IOException {
    readsBack(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
  }

  @Test
  void aPaperOfOneColourTakesLittle() throws IOException {
    Path file = folder.resolve("b.png");
    PngFile.write(new BufferedImage(1800, 1120, BufferedImage.TYPE_INT_RGB), file);
    assertThat(Files.size(file)).isLessThan(40_000);
  }
}
