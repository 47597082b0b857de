package org.rpusim.workload.training;

import com.google.common.collect.ImmutableList;
import java.util.function.BooleanSupplier;
import org.rpusim.chip.array.CrossbarArray;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.execution.Executor;
import org.rpusim.workload.execution.ProgramState;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.program.NetworkCompiler;
import org.rpusim.workload.program.Program;

/** Training samples in batches; what is left at the end of an epoch is one smaller batch. */
final class Batches {
  /** The next batch starts when the one before is complete. */
  private static final int SLOTS = 1;

  private final ImmutableList<Part> parts;
  private final Averages averages;
  private long trainedInPass;

  /** Batches of one size. */
  private record Part(
      Program program, ProgramState state, NetworkNumbers numbers, int position, int batches) {}

  Batches(
      Mapping mapping,
      ChipSpec chip,
      ImmutableList<CrossbarArray> arrays,
      DataSet data,
      int samples,
      int batch,
      Kernels kernels) {
    int whole = samples / batch;
    int rest = samples % batch;
    ImmutableList.Builder<Part> all = ImmutableList.builder();
    for (int size : rest == 0 ? new int[] {batch} : new int[] {batch, rest}) {
      Program program = NetworkCompiler.training(mapping, chip, size);
      NetworkNumbers numbers =
          new NetworkNumbers(program, mapping, arrays, kernels, Feed.training(data), SLOTS, 0);
      boolean last = size < batch;
      ProgramState state = new ProgramState(program, SLOTS);
      all.add(new Part(program, state, numbers, last ? whole * batch : 0, last ? 1 : whole));
    }
    this.parts = all.build();
    this.averages = new Averages(mapping, chip, arrays);
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
   * Trains with all samples once, unless it is stopped between two batches.
   *
   * @param firstSample number of the first sample
   * @param goOn asked once a sample; false stops
   * @return sum of the losses, nats
   */
  double train(Executor executor, long firstSample, float rate, int[] order, BooleanSupplier goOn) {
    trainedInPass = 0;
    double lossSum = 0;
    for (Part part : parts) {
      int size = part.program().batch();
      part.numbers().startPass(firstSample, part.position(), rate, order);
      if (trainedInPass == part.position()) {
        trainedInPass +=
            size
                * averages.run(
                    executor,
                    part.state(),
                    part.numbers(),
                    part.batches(),
                    size,
                    () -> ask(goOn, size));
        lossSum += part.numbers().lossSum();
      }
    }
    return lossSum;
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
