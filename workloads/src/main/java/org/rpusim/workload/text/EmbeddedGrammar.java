package org.rpusim.workload.text;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.OptionalDouble;
import org.rpusim.core.random.StreamKey;
import org.rpusim.workload.spec.LanguageModelSpec;
import org.rpusim.workload.text.Grammar.Word;

/**
 * The embedded text: sentences in which the verb agrees in number with its subject, over a few
 * words between. Its words are drawn with unequal probabilities; what comes out is the same for
 * every seed of a run.
 */
public final class EmbeddedGrammar {
  private static final long TEXT_SEED = 0x6EA33A2;
  private static final long PURPOSE = 0x7E87;

  private static final int SENTENCE = 0;
  private static final int NOUN_ONE = 1;
  private static final int NOUN_MANY = 2;
  private static final int AFTER_ONE = 3;
  private static final int AFTER_MANY = 4;
  private static final int VERB_ONE = 5;
  private static final int VERB_MANY = 6;
  private static final int OBJECT = 7;
  private static final int END = 8;

  private static final ImmutableList<String> NOUNS =
      ImmutableList.of("cat", "dog", "king", "owl", "fox", "ant", "boy", "hen", "pig", "rat");
  private static final ImmutableList<String> VERBS =
      ImmutableList.of("see", "want", "find", "lift", "own", "move", "hear", "know");
  private static final ImmutableList<String> OBJECTS =
      ImmutableList.of("me", "you", "gold", "us", "tea", "all", "jam", "him", "bread", "it");

  /** Share of subjects that a place separates from their verb. */
  private static final double APART = 0.3;

  private EmbeddedGrammar() {}

  /** The grammar. */
  public static Grammar grammar() {
    return new Grammar(
        ImmutableList.of(
            sentence(),
            words(NOUNS, " ", 1, AFTER_ONE),
            words(NOUNS, "s ", 1, AFTER_MANY),
            perhapsApart("s ", VERB_ONE),
            perhapsApart(" ", VERB_MANY),
            words(VERBS, "s ", 1, OBJECT),
            words(VERBS, " ", 1, OBJECT),
            words(OBJECTS, "", 1, END),
            ImmutableList.of(new Word(" and ", 0.3, SENTENCE), new Word(".\n", 0.7, SENTENCE))));
  }

  /** Entropy rate of a workload's text, nats a character, where it is known. */
  public static OptionalDouble entropyRateNats(LanguageModelSpec spec) {
    return spec.isGenerated()
        ? OptionalDouble.of(grammar().entropyRateNats())
        : OptionalDouble.empty();
  }

  /** The first characters of its text. */
  public static byte[] text(int characters) {
    return grammar().generate(characters, StreamKey.base(TEXT_SEED, 0, PURPOSE, 0, 0));
  }

  private static ImmutableList<Word> sentence() {
    return ImmutableList.of(
        new Word("the ", 0.3, NOUN_ONE),
        new Word("one ", 0.2, NOUN_ONE),
        new Word("two ", 0.2, NOUN_MANY),
        new Word("some ", 0.2, NOUN_MANY),
        new Word("no ", 0.1, NOUN_MANY));
  }

  /** A verb, or a place before it. */
  private static ImmutableList<Word> perhapsApart(String ending, int verb) {
    return ImmutableList.<Word>builder()
        .addAll(words(VERBS, ending, 1 - APART, OBJECT))
        .add(new Word("in town ", APART / 2, verb))
        .add(new Word("at sea ", APART / 2, verb))
        .build();
  }

  /** Words that become rarer from the first, which is thrice as frequent as the last. */
  private static ImmutableList<Word> words(
      List<String> texts, String ending, double share, int next) {
    int count = texts.size();
    double sum = 2.0 * count;
    ImmutableList.Builder<Word> words = ImmutableList.builder();
    for (int i = 0; i < count; i++) {
      double weight = 3 - 2.0 * i / (count - 1);
      words.add(new Word(texts.get(i) + ending, share * weight / sum, next));
    }
    return words.build();
  }
}
