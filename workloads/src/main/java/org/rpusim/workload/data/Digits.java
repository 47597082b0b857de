package org.rpusim.workload.data;

import com.google.common.base.Splitter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * The 1,797 embedded 8×8 digits of UCI. Every fifth is a test sample, so that both sets have all
 * writers and classes: 1,438 to train and 359 to test.
 */
final class Digits {
  /** Its name in workload files. */
  static final String NAME = "digits";

  private static final String RESOURCE = "digits.csv.gz";
  private static final int SAMPLES = 1797;
  private static final int SIDE = 8;
  private static final int INPUTS = SIDE * SIDE;
  private static final int CLASSES = 10;
  private static final int LARGEST_VALUE = 16;
  private static final int TEST_EVERY = 5;
  private static final int TEST_SAMPLES = SAMPLES / TEST_EVERY;

  /** How many there are to train. */
  static final int TRAINING_SAMPLES = SAMPLES - TEST_SAMPLES;

  private static final Splitter COMMAS = Splitter.on(',');

  private Digits() {}

  /** Reads the digits. */
  static DataSet load() {
    byte[] trainingInputs = new byte[TRAINING_SAMPLES * INPUTS];
    byte[] trainingLabels = new byte[TRAINING_SAMPLES];
    byte[] testInputs = new byte[TEST_SAMPLES * INPUTS];
    byte[] testLabels = new byte[TEST_SAMPLES];
    try (InputStream in = resource();
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(in), StandardCharsets.US_ASCII))) {
      int sample = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        boolean test = sample % TEST_EVERY == TEST_EVERY - 1;
        int at = test ? sample / TEST_EVERY : sample - sample / TEST_EVERY;
        List<String> fields = COMMAS.splitToList(line);
        byte[] inputs = test ? testInputs : trainingInputs;
        for (int i = 0; i < INPUTS; i++) {
          inputs[at * INPUTS + i] = Byte.parseByte(fields.get(i));
        }
        (test ? testLabels : trainingLabels)[at] = Byte.parseByte(fields.get(INPUTS));
        sample++;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The embedded digits are unreadable", e);
    }
    return new DataSet(
        NAME,
        INPUTS,
        CLASSES,
        trainingInputs,
        trainingLabels,
        testInputs,
        testLabels,
        1f / LARGEST_VALUE);
  }

  /** What is known of them. */
  static DataSetFacts facts() {
    return new DataSetFacts(
        TRAINING_SAMPLES,
        TEST_SAMPLES,
        SIDE,
        CLASSES,
        "Optical Recognition of Handwritten Digits, E. Alpaydin and C. Kaynak (1998), UCI Machine"
            + " Learning Repository: its test set",
        "CC BY 4.0",
        "rpusim itself, always there");
  }

  private static InputStream resource() throws IOException {
    InputStream in = Digits.class.getResourceAsStream(RESOURCE);
    if (in == null) {
      throw new IOException(RESOURCE + " is missing");
    }
    return in;
  }
}
