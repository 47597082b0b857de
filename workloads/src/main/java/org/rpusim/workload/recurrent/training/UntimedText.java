package org.rpusim.workload.recurrent.training;

import com.google.common.collect.ImmutableList;
import org.rpusim.chip.array.CrossbarArray;
import org.rpusim.chip.array.ReadOutcome;
import org.rpusim.chip.array.UpdateOutcome;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.tile.ArrayCycle;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.mapping.Mapper;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.program.Operation;
import org.rpusim.workload.program.Program;
import org.rpusim.workload.program.Step;
import org.rpusim.workload.recurrent.RecurrentNetwork;
import org.rpusim.workload.spec.LanguageModelSpec;
import org.rpusim.workload.training.NetworkArrays;

/**
 * The numbers of a recurrent training alone, without clock, time or energy: the operations of each
 * sequence in the order of the program. The weights are those of the coupled training of one batch
 * at a time, bit for bit.
 */
public final class UntimedText {
  private final ImmutableList<CrossbarArray> arrays;
  private final RecurrentNumbers numbers;
  private final int characters;
  private final int sequences;

  /** Operations that compute, in the program's order, and their array cycles. */
  private final int[] operations;

  private final ArrayCycle[] cycles;
  private final ReadOutcome read = new ReadOutcome();
  private final UpdateOutcome update = new UpdateOutcome();
  private long retries;
  private long coincidences;

  /** A training that has not begun; batches in flight count as one. */
  public UntimedText(
      LanguageModelSpec spec, ChipSpec chip, DataSet text, long seed, Kernels kernels) {
    RecurrentNetwork network = spec.network(text.classes());
    Mapping mapping = Mapper.map(network.matrices(), chip);
    this.arrays = NetworkArrays.create(mapping, seed, kernels);
    Program program = TextTrainer.trainingProgram(spec, network, mapping, chip);
    TextFeed feed = TextTrainer.trainingFeed(spec, text);
    this.sequences = feed.sequences();
    this.characters = program.batch();
    this.numbers =
        new RecurrentNumbers(
            program,
            network,
            mapping,
            arrays,
            kernels,
            feed,
            TextTrainer.rules(spec),
            new Dropout(spec.dropout(), seed, network.layers().size()),
            spec.unroll(),
            1,
            0);
    this.cycles = new ArrayCycle[program.operations().size()];
    for (Operation operation : program.operations()) {
      if (operation.step() instanceof Step.RunArray(int tile, ArrayCycle cycle)) {
        cycles[operation.id()] = cycle;
      }
    }
    this.operations =
        program.operations().stream()
            .filter(operation -> operation.computes() || cycles[operation.id()] != null)
            .mapToInt(Operation::id)
            .toArray();
  }

  /** Batches of the training part. */
  public int batches() {
    return sequences;
  }

  /** Characters of a batch. */
  public int charactersOfBatch() {
    return characters;
  }

  /** Starts a pass of the text. */
  public void startPass(long firstBatch, float learningRate) {
    numbers.startPass(firstBatch, learningRate);
  }

  /** Trains with a batch; batches are counted from 0 in each pass. */
  public void train(int batch) {
    numbers.sampleStarted(0, batch);
    for (int operation : operations) {
      ArrayCycle cycle = cycles[operation];
      if (cycle == null) {
        numbers.compute(operation, 0);
      } else if (cycle.kind() == ArrayCycle.Kind.UPDATE) {
        numbers.update(operation, 0, update);
        coincidences += update.coincidences;
      } else {
        read(operation, cycle);
      }
    }
  }

  private void read(int operation, ArrayCycle cycle) {
    int attempt = 0;
    do {
      numbers.read(operation, 0, attempt, read);
      attempt++;
    } while (read.saturatedOutputs > 0 && attempt <= cycle.maxRetries());
    retries += attempt - 1;
  }

  /** Sum of the losses of this pass, nats. */
  public double lossSum() {
    return numbers.lossSum();
  }

  /** Bound-management retries so far. */
  public long retries() {
    return retries;
  }

  /** Coincidences so far. */
  public long coincidences() {
    return coincidences;
  }

  /** The arrays, by tile. */
  public ImmutableList<CrossbarArray> arrays() {
    return arrays;
  }
}
