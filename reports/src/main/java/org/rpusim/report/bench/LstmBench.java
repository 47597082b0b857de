package org.rpusim.report.bench;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.math.Kernels;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.preset.WorkloadPresets;
import org.rpusim.workload.recurrent.training.UntimedText;
import org.rpusim.workload.spec.LanguageModelSpec;
import org.rpusim.workload.text.Grammar;
import org.rpusim.workload.text.Grammar.Word;
import org.rpusim.workload.text.Texts;

/**
 * Training of an LSTM, functions only: no events, time or energy. The text is a chain of 87
 * symbols, each followed by one of twelve, as hard to predict as English is to such a network: 1.67
 * nats.
 */
final class LstmBench {
  private static final int WARM_UP = 300_000;
  private static final int ROUND = 20_000;
  private static final int CHARACTERS = 300_000;
  private static final float RATE = 0.01f;
  private static final int SYMBOLS = 87;
  private static final int FOLLOWERS = 12;
  private static final int STRIDE = 7;
  private static final double RATIO = 0.6;
  private static final char FIRST = '!';

  private LstmBench() {}

  /**
   * Characters a second, warm, and cold ones; and the coincidences of a character while the warm
   * ones are measured, on which the rate depends: the better the network predicts, the fewer.
   *
   * @param workload a language model
   * @param pairs keys of the chip, {@code key=value}
   */
  static ImmutableList<BenchValue> measure(String name, String workload, List<String> pairs) {
    LanguageModelSpec spec =
        (LanguageModelSpec) WorkloadPresets.load(workload, Overrides.NONE).spec();
    DataSet text = Texts.split("chain", chain().generate(CHARACTERS, 1), 0.01);
    UntimedText net = new UntimedText(spec, BenchArrays.chip(pairs), text, 1, Kernels.best());
    TrainingRates rates = new TrainingRates(WARM_UP, ROUND);
    long batches = 0;
    long ofWarmUp = 0;
    while (!rates.enough()) {
      net.startPass(batches, RATE);
      for (int batch = 0; batch < net.batches() && !rates.enough(); batch++) {
        net.train(batch);
        rates.trained(++batches * net.charactersOfBatch());
        if (batches * net.charactersOfBatch() <= WARM_UP) {
          ofWarmUp = net.coincidences();
        }
      }
    }
    long measured = batches * net.charactersOfBatch() - WARM_UP;
    double each = (double) (net.coincidences() - ofWarmUp) / measured;
    return ImmutableList.<BenchValue>builder()
        .addAll(rates.values(name))
        .add(new BenchValue(name + "-coincidences", each, "coincidences/sample"))
        .build();
  }

  /** The k-th follower of a symbol has a probability in proportion to 0.6^k. */
  static Grammar chain() {
    ImmutableList.Builder<ImmutableList<Word>> states = ImmutableList.builder();
    double sum = (1 - StrictMath.pow(RATIO, FOLLOWERS)) / (1 - RATIO);
    for (int symbol = 0; symbol < SYMBOLS; symbol++) {
      ImmutableList.Builder<Word> words = ImmutableList.builder();
      for (int k = 0; k < FOLLOWERS; k++) {
        int next = (symbol * STRIDE + k * k + 1) % SYMBOLS;
        double probability = StrictMath.pow(RATIO, k) / sum;
        words.add(new Word(String.valueOf((char) (FIRST + next)), probability, next));
      }
      states.add(words.build());
    }
    return new Grammar(states.build());
  }
}
