package org.rpusim.workload.spec;

import com.google.common.collect.ImmutableList;
import org.rpusim.workload.network.ArrayOptions;
import org.rpusim.workload.recurrent.RecurrentLayer;
import org.rpusim.workload.recurrent.RecurrentNetwork;
import org.rpusim.workload.spec.TrainingSpec.LearningRateStage;

/**
 * Training of a recurrent network that predicts the next character of a text, by truncated
 * back-propagation through time.
 *
 * @param text {@value #GRAMMAR} or {@value #FILE}
 * @param characters length of a generated text
 * @param testFraction share of the text, its end, that is the test part, 0 to 1
 * @param layers recurrent layers from the input on
 * @param outputArrays what is peculiar to the arrays of the output layer
 * @param unroll T: time steps of a sequence
 * @param batch sequences computed with the same weights, from as many parts of the text
 * @param inFlight batches under way together
 * @param epochs passes through the training part
 * @param samples training characters an epoch, the first of the part; 0 is written {@code all}
 * @param learningRates stages in the order of epochs
 * @param lossIsMean whether gradients are divided by T × batch; else a sequence's loss is the sum
 *     of its characters'
 * @param gateClip bound of a gate's gradient; infinite is written {@code off}
 * @param dropout probability that a number on its way to the next layer is dropped, 0 to below 1
 * @param carryState whether a sequence begins with the state in which the one before it ended
 */
public record LanguageModelSpec(
    String name,
    String description,
    String text,
    int characters,
    double testFraction,
    ImmutableList<RecurrentLayer> layers,
    ArrayOptions outputArrays,
    int unroll,
    int batch,
    int inFlight,
    int epochs,
    int samples,
    ImmutableList<LearningRateStage> learningRates,
    boolean lossIsMean,
    double gateClip,
    double dropout,
    boolean carryState)
    implements WorkloadSpec {
  /** The embedded grammar as the text. */
  public static final String GRAMMAR = "grammar";

  /** A file as the text. */
  public static final String FILE = "file";

  /** Whether the text is generated. */
  public boolean isGenerated() {
    return text.equals(GRAMMAR);
  }

  /** The network for an alphabet. */
  public RecurrentNetwork network(int symbols) {
    return new RecurrentNetwork(symbols, layers, outputArrays);
  }

  /** Learning rate of an epoch, counted from 1. */
  public double learningRate(int epoch) {
    double rate = learningRates.getFirst().rate();
    for (LearningRateStage stage : learningRates) {
      if (stage.fromEpoch() <= epoch) {
        rate = stage.rate();
      }
    }
    return rate;
  }
}
