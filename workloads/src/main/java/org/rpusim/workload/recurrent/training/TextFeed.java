package org.rpusim.workload.recurrent.training;

import org.rpusim.workload.data.DataSet;

/** A part of a text, cut into streams of equal length that are read side by side. */
final class TextFeed {
  private final byte[] symbols;
  private final byte[] next;
  private final int characters;
  private final int streams;
  private final int steps;

  private TextFeed(byte[] symbols, byte[] next, int characters, int streams, int steps) {
    this.symbols = symbols;
    this.next = next;
    this.characters = characters;
    this.streams = streams;
    this.steps = steps;
  }

  /** The first characters of the training part. */
  static TextFeed training(DataSet text, int characters, int streams, int steps) {
    return new TextFeed(text.trainingInputs(), text.trainingLabels(), characters, streams, steps);
  }

  /** The whole test part, as one stream. */
  static TextFeed test(DataSet text, int steps) {
    return new TextFeed(text.testInputs(), text.testLabels(), text.testCount(), 1, steps);
  }

  /** Sequences of a stream; what is left of it is shorter than a sequence, and left out. */
  int sequences() {
    return characters / streams / steps;
  }

  private int position(int stream, int sequence, int step) {
    return stream * (characters / streams) + sequence * steps + step;
  }

  /** The symbol at a time step of a sequence. */
  int symbol(int stream, int sequence, int step) {
    return symbols[position(stream, sequence, step)] & 0xFF;
  }

  /** The symbol after it. */
  int label(int stream, int sequence, int step) {
    return next[position(stream, sequence, step)] & 0xFF;
  }
}
