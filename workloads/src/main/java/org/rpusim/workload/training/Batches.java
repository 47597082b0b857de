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

/**
 * Training samples in batches; what is left at the end of an epoch is one smaller batch, which
 * starts when all others are complete.
 */
final class Batches {
  private final ImmutableList<Part> parts;
  private long trainedInPass;

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
  }

  /** Tokens that an executor must have room for. */
  int tokens() {
    return parts.stream().mapToInt(part -> part.state().tokens()).max().orElseThrow();
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
        executor.run(part.state(), part.numbers(), 0, part.batches(), () -> ask(goOn, size));
        trainedInPass += executor.nextSample() * size;
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
