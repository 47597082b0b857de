package org.rpusim.workload.training;

import com.google.common.collect.ImmutableList;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.array.CrossbarArray;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.execution.Executor;
import org.rpusim.workload.execution.Numbers;
import org.rpusim.workload.execution.ProgramState;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.program.AverageCompiler;
import org.rpusim.workload.program.Program;

/**
 * Averages copies that are not updated in step, after every so many samples of an epoch and at its
 * end. The samples under way end before.
 */
final class Averages {
  private final int every;
  private final @Nullable ProgramState state;
  private final @Nullable AverageNumbers numbers;

  Averages(Mapping mapping, ChipSpec chip, ImmutableList<CrossbarArray> arrays) {
    this.every = mapping.network().mapping().averageEvery();
    if (every > 0 && AverageCompiler.isNeeded(mapping)) {
      Program program = AverageCompiler.compile(mapping, chip);
      this.state = new ProgramState(program, 1);
      this.numbers = new AverageNumbers(program, mapping, arrays);
    } else {
      this.state = null;
      this.numbers = null;
    }
  }

  /** Tokens that an executor must have room for. */
  int tokens() {
    return state == null ? 0 : state.tokens();
  }

  /**
   * Runs a program of training with the averages between.
   *
   * @param from batches of the pass that are done
   * @param batches batches of the whole pass
   * @param batch samples of a batch
   * @param goOn asked after each batch; false stops
   * @return batches of the pass that are done then
   */
  long run(
      Executor executor,
      ProgramState training,
      Numbers ofTraining,
      long from,
      int batches,
      int batch,
      BooleanSupplier goOn) {
    if (state == null || numbers == null) {
      executor.run(training, ofTraining, from, batches - from, goOn);
      return executor.nextSample();
    }
    int each = Math.ceilDiv(every, batch);
    boolean[] going = {true};
    long done = from;
    while (done < batches && going[0]) {
      long next = Math.min(each - done % each, batches - done);
      executor.run(training, ofTraining, done, next, () -> going[0] = goOn.getAsBoolean());
      done = executor.nextSample();
      executor.run(state, numbers, 0, 1, () -> true);
    }
    return done;
  }
}
