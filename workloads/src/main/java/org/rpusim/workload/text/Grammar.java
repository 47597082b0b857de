package org.rpusim.workload.text;

import com.google.common.collect.ImmutableList;
import org.rpusim.core.random.RandomStream;

/**
 * A stochastic regular grammar: in each state a word is drawn, with its ending, and the word alone
 * decides the next state. No word of a state is the beginning of another one, so the state is known
 * from the text, and the entropy rate is exact: that of the words over their mean length, in the
 * stationary distribution of the states (Shannon 1948, theorem 5).
 *
 * @param states what may be drawn in each state; the first is the one that a text begins in
 */
public record Grammar(ImmutableList<ImmutableList<Word>> states) {
  /** Steps after which the stationary distribution no longer changes in double precision. */
  private static final int STEPS = 4096;

  /**
   * A word that may be drawn.
   *
   * @param text ASCII, its ending included
   * @param probability above 0
   * @param next state after it
   */
  public record Word(String text, double probability, int next) {}

  /**
   * A grammar.
   *
   * @throws IllegalArgumentException if the probabilities of a state do not add up to 1 or one of
   *     its words is the beginning of another
   */
  public Grammar {
    for (ImmutableList<Word> words : states) {
      double sum = words.stream().mapToDouble(Word::probability).sum();
      if (Math.abs(sum - 1) > 1e-9) {
        throw new IllegalArgumentException("probabilities add up to " + sum + ": " + words);
      }
      for (int i = 0; i < words.size(); i++) {
        for (int j = 0; j < words.size(); j++) {
          if (i != j && words.get(j).text().startsWith(words.get(i).text())) {
            throw new IllegalArgumentException(
                words.get(i).text() + " begins " + words.get(j).text());
          }
        }
      }
    }
  }

  /** Share of the words that are drawn in each state, in the long run. */
  public double[] stationary() {
    double[] now = new double[states.size()];
    now[0] = 1;
    for (int step = 0; step < STEPS; step++) {
      double[] next = new double[now.length];
      for (int s = 0; s < now.length; s++) {
        next[s] += now[s] / 2; // half a step: periodic grammars settle too
        for (Word word : states.get(s)) {
          next[word.next()] += now[s] * word.probability() / 2;
        }
      }
      now = next;
    }
    return now;
  }

  /** Entropy rate, nats a character: no predictor can have a lower cross-entropy. */
  public double entropyRateNats() {
    double[] share = stationary();
    double entropy = 0;
    double length = 0;
    for (int s = 0; s < share.length; s++) {
      for (Word word : states.get(s)) {
        entropy -= share[s] * word.probability() * StrictMath.log(word.probability());
        length += share[s] * word.probability() * word.text().length();
      }
    }
    return entropy / length;
  }

  /**
   * A text.
   *
   * @param characters its length, 1 or more; the last word may be cut
   * @param base base of the random stream, see {@link org.rpusim.core.random.StreamKey}
   */
  public byte[] generate(int characters, long base) {
    byte[] text = new byte[characters];
    RandomStream stream = new RandomStream(base);
    int state = 0;
    int at = 0;
    while (at < characters) {
      Word word = draw(states.get(state), stream.nextLong());
      for (int i = 0; i < word.text().length() && at < characters; i++) {
        text[at++] = (byte) word.text().charAt(i);
      }
      state = word.next();
    }
    return text;
  }

  private static Word draw(ImmutableList<Word> words, long random) {
    double left = (random >>> 11) * 0x1p-53;
    for (Word word : words) {
      left -= word.probability();
      if (left < 0) {
        return word;
      }
    }
    return words.getLast(); // the sum may round to a little below 1
  }
}
