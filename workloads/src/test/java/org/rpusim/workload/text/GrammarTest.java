package org.rpusim.workload.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rpusim.workload.text.Grammar.Word;

class GrammarTest {
  private static Grammar coin(double p) {
    return new Grammar(
        ImmutableList.of(ImmutableList.of(new Word("a", p, 0), new Word("b", 1 - p, 0))));
  }

  @Test
  void theEntropyRateOfACoinIsItsEntropy() {
    double expected = -0.25 * StrictMath.log(0.25) - 0.75 * StrictMath.log(0.75);
    assertThat(coin(0.25).entropyRateNats()).isCloseTo(expected, within(1e-12));
  }

  @Test
  void aPeriodicTextHasNone() {
    Grammar grammar =
        new Grammar(
            ImmutableList.of(
                ImmutableList.of(new Word("ab", 1, 1)), ImmutableList.of(new Word("c", 1, 0))));
    assertThat(grammar.entropyRateNats()).isZero();
    assertThat(new String(grammar.generate(7, 1), StandardCharsets.US_ASCII)).isEqualTo("abcabca");
  }

  /** Two states with rates p and q of leaving: shares q/(p + q) and p/(p + q). */
  @Test
  void aTwoStateChainHasItsClosedForm() {
    double p = 0.1;
    double q = 0.3;
    Grammar grammar =
        new Grammar(
            ImmutableList.of(
                ImmutableList.of(new Word("a", 1 - p, 0), new Word("b", p, 1)),
                ImmutableList.of(new Word("xy", 1 - q, 1), new Word("z", q, 0))));
    assertThat(grammar.stationary()).containsExactly(new double[] {0.75, 0.25}, within(1e-12));
    double entropy = 0.75 * entropy(p) + 0.25 * entropy(q);
    double length = 0.75 + 0.25 * (2 * (1 - q) + q);
    assertThat(grammar.entropyRateNats()).isCloseTo(entropy / length, within(1e-12));
  }

  private static double entropy(double p) {
    return -p * StrictMath.log(p) - (1 - p) * StrictMath.log(1 - p);
  }

  /**
   * The surprise of a text is its probability's logarithm, worked out character by character along
   * the grammar. Over n words its mean has a standard error of sigma/sqrt(n); five of them are
   * passed by chance in one of 1.7 million texts.
   */
  @Test
  void aLongTextIsAsSurprisingAsItsEntropyRate() {
    Grammar grammar = EmbeddedGrammar.grammar();
    double rate = grammar.entropyRateNats();
    byte[] text = EmbeddedGrammar.text(400_000);
    int state = 0;
    int at = 0;
    int words = 0;
    double sum = 0;
    double squares = 0;
    while (at < text.length - 20) {
      Word word = wordAt(grammar, state, text, at);
      double surprise = -StrictMath.log(word.probability()) - rate * word.text().length();
      sum += surprise;
      squares += surprise * surprise;
      words++;
      at += word.text().length();
      state = word.next();
    }
    double mean = sum / words;
    // Successive words depend on one another a little: twice the error of independent ones.
    double error = 2 * StrictMath.sqrt((squares / words - mean * mean) / words);
    assertThat(mean).isCloseTo(0, within(5 * error));
    assertThat(error).isLessThan(0.01);
  }

  private static Word wordAt(Grammar grammar, int state, byte[] text, int at) {
    List<Word> found =
        grammar.states().get(state).stream()
            .filter(word ->
                new String(text, at, word.text().length(), StandardCharsets.US_ASCII)
                    .equals(word.text()))
            .toList();
    assertThat(found).as("words that fit at %d", at).hasSize(1);
    return found.getFirst();
  }

  @Test
  void aWordThatBeginsAnotherIsRefused() {
    assertThatThrownBy(() ->
            new Grammar(
                ImmutableList.of(ImmutableList.of(new Word("a", 0.5, 0), new Word("ab", 0.5, 0)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a begins ab");
  }

  @Test
  void probabilitiesThatDoNotAddUpAreRefused() {
    assertThatThrownBy(() -> new Grammar(ImmutableList.of(ImmutableList.of(new Word("a", 0.5, 0)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("add up to 0.5");
  }
}
