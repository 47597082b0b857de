package org.rpusim.report.table;

import org.rpusim.core.stats.Metrics;

/**
 * What a run calls its samples: a language model has characters, of which sequences are under way.
 *
 * @param sample what time and energy are given for
 * @param chain what goes through the chip as a whole
 */
record SampleWords(String sample, String chain) {
  private static final SampleWords OF_TEXT = new SampleWords("character", "sequence");
  private static final SampleWords OF_SAMPLES = new SampleWords("sample", "sample");

  static SampleWords of(Metrics metrics) {
    return metrics.number("accuracy.testCrossEntropyNats") == null ? OF_SAMPLES : OF_TEXT;
  }
}
