package org.rpusim.workload.text;

import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.spec.LanguageModelSpec;

/**
 * Texts as data sets: bytes become symbols, numbered in ascending order of the bytes that the
 * training part has. A sample is a symbol, its label the symbol after it. A byte that only the test
 * part has is unknown: its symbol is the number of classes, one more than the largest known.
 */
public final class Texts {
  private static final int BYTES = 256;
  private static final int FEWEST_CHARACTERS = 2;

  private Texts() {}

  /**
   * The text of a workload.
   *
   * @param file text file, or null
   * @throws ConfigException if the workload needs a file and there is none, or a file and it needs
   *     none, or the text is too short
   */
  public static DataSet load(LanguageModelSpec spec, @Nullable Path file) {
    if (spec.isGenerated()) {
      if (file != null) {
        throw new ConfigException(
            "--text " + file + " is given, and workload.text is " + spec.text() + ".",
            "Maybe --set workload.text=" + LanguageModelSpec.FILE + " is meant.");
      }
      return split(spec.text(), EmbeddedGrammar.text(spec.characters()), spec.testFraction());
    }
    if (file == null) {
      throw new ConfigException(
          "workload.text is " + spec.text() + ", and there is no --text FILE.",
          "Maybe --text war-and-peace.txt.gz, or --set workload.text="
              + LanguageModelSpec.GRAMMAR
              + ".");
    }
    return split(String.valueOf(file.getFileName()), TextFile.read(file), spec.testFraction());
  }

  /**
   * Splits a text: its end is the test part.
   *
   * @param testFraction share of the characters that is the test part, above 0 and below 1
   * @throws ConfigException if a part has fewer than two characters
   */
  public static DataSet split(String name, byte[] text, double testFraction) {
    int test = (int) Math.round(text.length * testFraction);
    int training = text.length - test;
    if (training < FEWEST_CHARACTERS || test < FEWEST_CHARACTERS) {
      throw new ConfigException(
          "The text %s has %,d characters, of which %,d are to train and %,d to test."
              .formatted(name, text.length, training, test),
          "Maybe a longer text, or another workload.testFraction.");
    }
    int[] symbols = new int[BYTES];
    int classes = number(text, training, symbols);
    return new DataSet(
        name,
        classes,
        classes,
        symbols(text, symbols, 0, training - 1),
        symbols(text, symbols, 1, training),
        symbols(text, symbols, training, text.length - 1),
        symbols(text, symbols, training + 1, text.length),
        1f);
  }

  /** Numbers the bytes of the training part; all others are unknown. */
  private static int number(byte[] text, int training, int[] symbols) {
    boolean[] seen = new boolean[BYTES];
    for (int i = 0; i < training; i++) {
      seen[text[i] & 0xFF] = true;
    }
    int classes = 0;
    for (int b = 0; b < BYTES; b++) {
      symbols[b] = seen[b] ? classes++ : -1;
    }
    for (int b = 0; b < BYTES; b++) {
      symbols[b] = symbols[b] < 0 ? classes : symbols[b];
    }
    return classes;
  }

  private static byte[] symbols(byte[] text, int[] symbols, int from, int to) {
    byte[] part = Arrays.copyOfRange(text, from, to);
    for (int i = 0; i < part.length; i++) {
      part[i] = (byte) symbols[part[i] & 0xFF];
    }
    return part;
  }

  /** Symbols of the test part that are unknown. */
  public static long unknown(DataSet text) {
    long unknown = 0;
    for (byte symbol : text.testLabels()) {
      unknown += (symbol & 0xFF) >= text.classes() ? 1 : 0;
    }
    return unknown;
  }
}
