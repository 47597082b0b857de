package org.rpusim.workload.training;

import com.google.common.collect.ImmutableList;
import org.rpusim.chip.array.BurstOutcome;
import org.rpusim.chip.array.CrossbarArray;
import org.rpusim.chip.array.ReadOutcome;
import org.rpusim.chip.array.UpdateOutcome;
import org.rpusim.workload.execution.Numbers;
import org.rpusim.workload.mapping.Block;
import org.rpusim.workload.mapping.MappedLayer;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.program.Meaning;
import org.rpusim.workload.program.Program;

/**
 * The numbers of an averaging of copies. The mean is exact but for the bounds of the devices: an
 * assumption. Its cost is that of reading and writing with trains of full length, in each slot of
 * which the written column has a pulse and every second row.
 */
final class AverageNumbers implements Numbers {
  private final Mapping mapping;
  private final ImmutableList<CrossbarArray> arrays;
  private final ImmutableList<Meaning> meanings;
  private final float[][] means;

  AverageNumbers(Program program, Mapping mapping, ImmutableList<CrossbarArray> arrays) {
    this.mapping = mapping;
    this.arrays = arrays;
    this.meanings =
        program.operations().stream()
            .map(operation -> operation.meaning())
            .collect(ImmutableList.toImmutableList());
    this.means = new float[mapping.arrays()][];
  }

  @Override
  public void sampleStarted(int slot, long sample) {}

  @Override
  public void read(int operation, int slot, int attempt, ReadOutcome outcome) {
    Meaning.ReadWeights read = (Meaning.ReadWeights) meanings.get(operation);
    outcome.activeInputs = 1;
    outcome.inputOnSteps = mapping.of(read.layer()).chip().dac().levels();
    outcome.saturatedOutputs = 0;
    outcome.clippedInputs = 0;
  }

  @Override
  public void readBurst(int operation, int slot, BurstOutcome outcome) {
    Meaning.ReadWeights read = (Meaning.ReadWeights) meanings.get(operation);
    int columns = read.block().columns();
    outcome.start(columns);
    outcome.inputOnSteps = (long) columns * mapping.of(read.layer()).chip().dac().levels();
  }

  @Override
  public void update(int operation, int slot, UpdateOutcome outcome) {
    Meaning.WriteWeights write = (Meaning.WriteWeights) meanings.get(operation);
    MappedLayer layer = mapping.of(write.layer());
    Block block = write.block();
    int position = block.blockRow() * layer.blockColumns() + block.blockColumn();
    float[] mean = means[layer.copy(0).get(position).array()];
    CrossbarArray array = arrays.get(block.array());
    for (int i = 0; i < mean.length; i++) {
      array.setWeight(i / block.columns(), i % block.columns(), mean[i]);
    }
    outcome.slots = block.columns() * layer.chip().update().bitLength();
    outcome.columnPulses = outcome.slots;
    outcome.rowPulses = (long) outcome.slots * layer.physicalRows(block) / 2;
    outcome.coincidences = outcome.rowPulses;
  }

  @Override
  public void compute(int operation, int slot) {
    Meaning.AverageWeights average = (Meaning.AverageWeights) meanings.get(operation);
    MappedLayer layer = mapping.of(average.layer());
    Block home = layer.copy(0).get(average.block());
    float[] mean = new float[Math.toIntExact(home.weights())];
    for (int copy = 0; copy < layer.copies(); copy++) {
      CrossbarArray array = arrays.get(layer.copy(copy).get(average.block()).array());
      for (int i = 0; i < mean.length; i++) {
        mean[i] += array.weight(i / home.columns(), i % home.columns());
      }
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= layer.copies();
    }
    means[home.array()] = mean;
  }

  @Override
  public void sampleFinished(int slot) {}
}
