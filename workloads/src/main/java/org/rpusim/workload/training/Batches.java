package org.rpusim.workload.training;

import com.google.common.collect.ImmutableList;
import java.util.function.BooleanSupplier;
import org.rpusim.chip.array.CrossbarArray;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.core.state.StateReader;
import org.rpusim.core.state.StateWriter;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.execution.Executor;
import org.rpusim.workload.execution.ProgramState;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.program.NetworkCompiler;
import org.rpusim.workload.program.Program;

/**
 * Training samples in batches; what is left at the end of an epoch is one smaller batch, which
 * starts when all others are complete.
 */
final class Batches {
  private final ImmutableList<Part> parts;
  private final Averages averages;

  /** Samples of this pass that were trained in parts that are over, or are resumed. */
  private long trainedInPass;

  /** Losses of the parts that are over, nats. */
  private double lossBefore;

  /** Losses of the part that is resumed, nats. */
  private double lossOfResumed;

  private boolean resumed;
  private Part underWay;

  /** Batches of one size. */
  private record Part(
      Program program, ProgramState state, NetworkNumbers numbers, int position, int batches) {}

  /**
   * @param inFlight batches under way together, each with numbers of its own: the next one starts
   *     when one of them is complete
   */
  Batches(
      Mapping mapping,
      ChipSpec chip,
      ImmutableList<CrossbarArray> arrays,
      DataSet data,
      int samples,
      int batch,
      int inFlight,
      boolean streaming,
      Kernels kernels) {
    int whole = samples / batch;
    int rest = samples % batch;
    ImmutableList.Builder<Part> all = ImmutableList.builder();
    for (int size : rest == 0 ? new int[] {batch} : new int[] {batch, rest}) {
      boolean last = size < batch;
      int batches = last ? 1 : whole;
      int slots = Math.clamp(inFlight, 1, Math.max(1, batches));
      Program program = NetworkCompiler.training(mapping, chip, size, streaming);
      NetworkNumbers numbers =
          new NetworkNumbers(program, mapping, arrays, kernels, Feed.training(data), slots, 0);
      ProgramState state = new ProgramState(program, slots);
      all.add(new Part(program, state, numbers, last ? whole * batch : 0, batches));
    }
    this.parts = all.build();
    this.averages = new Averages(mapping, chip, arrays);
    this.underWay = parts.getFirst();
  }

  /** Tokens that an executor must have room for. */
  int tokens() {
    int ofBatches = parts.stream().mapToInt(part -> part.state().tokens()).max().orElseThrow();
    return Math.max(ofBatches, averages.tokens());
  }

  /** What the chip does for a whole batch. */
  Program program() {
    return parts.getFirst().program();
  }

  /**
   * Trains with all samples once, or with those that a resumed pass has left, unless it is stopped
   * between two batches.
   *
   * @param firstSample number of the first sample
   * @param goOn asked once a sample; false stops
   * @return sum of the losses, nats
   */
  double train(Executor executor, long firstSample, float rate, int[] order, BooleanSupplier goOn) {
    if (!resumed) {
      trainedInPass = 0;
      lossBefore = 0;
      lossOfResumed = 0;
    }
    resumed = false;
    for (Part part : parts) {
      int size = part.program().batch();
      part.numbers().startPass(firstSample, part.position(), rate, order);
      part.numbers().resumeLoss(lossOfResumed);
      long from = (trainedInPass - part.position()) / size;
      if (trainedInPass >= part.position() && from < part.batches()) {
        underWay = part;
        long done =
            averages.run(
                executor,
                part.state(),
                part.numbers(),
                from,
                part.batches(),
                size,
                () -> ask(goOn, size));
        trainedInPass = part.position() + done * size;
        lossBefore += part.numbers().lossSum();
        lossOfResumed = 0;
      }
    }
    return lossBefore;
  }

  /**
   * Samples of the pass that are done, while it is under way.
   *
   * @param nextBatch number of the batch of the present part that would follow
   */
  long trainedInPass(long nextBatch) {
    return underWay.position() + nextBatch * underWay.program().batch();
  }

  /** Writes down how far the pass is that is under way. */
  void saveState(StateWriter out, long nextBatch) {
    out.put(trainedInPass(nextBatch)).put(lossBefore).put(underWay.numbers().lossSum());
  }

  /** The next pass goes on where a saved one was. */
  void loadState(StateReader in) {
    trainedInPass = in.count();
    lossBefore = in.doubleNumber();
    lossOfResumed = in.doubleNumber();
    resumed = true;
  }

  private static boolean ask(BooleanSupplier goOn, int samples) {
    boolean all = true;
    for (int i = 0; i < samples; i++) {
      all &= goOn.getAsBoolean();
    }
    return all;
  }

  /** Samples that {@link #train} has trained. */
  long trainedInPass() {
    return trainedInPass;
  }
}
