package org.rpusim.workload.accounting;

import com.google.common.collect.ImmutableList;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.cost.ChipArea;
import org.rpusim.chip.cost.ChipFigures;
import org.rpusim.chip.cost.ReferenceProcessors;
import org.rpusim.chip.cost.ReferenceProcessors.Processor;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.tile.SpilledInputs;
import org.rpusim.core.Version;
import org.rpusim.core.stats.Metrics;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.network.Network;
import org.rpusim.workload.observation.Observations;
import org.rpusim.workload.observation.Observer;
import org.rpusim.workload.program.Program;
import org.rpusim.workload.result.ComponentResult;
import org.rpusim.workload.result.EpochResult;
import org.rpusim.workload.result.LayerFigures;
import org.rpusim.workload.spec.TimingSpec.Cycle;

/** Works the figures of a run out of its periods; docs/glossary.md defines each. */
public final class RunMetrics {
  private static final double GIGA = 1e9;
  private static final int REFERENCE_OPERATIONS_PER_WEIGHT = 6;
  private static final int REFERENCE_INFERENCE_OPERATIONS_PER_WEIGHT = 2;

  private final ChipSpec chip;
  private final ImmutableList<ChipSpec> chipOfTile;
  private final Period period;
  private final Program program;
  private final long samples;
  private final EnergyBreakdown energy;
  private final Metrics.Builder metrics = Metrics.builder();

  /** Figures of a chip whose arrays are all alike; see the other constructor. */
  public RunMetrics(ChipSpec chip, Period period, Program program, long samples) {
    this(chip, ImmutableList.of(), period, program, samples);
  }

  /**
   * @param chipOfTile the chip as the array of each tile sees it; empty where all are alike
   * @param period the time that the figures are of
   * @param program what the chip did for each sample
   * @param samples samples in the period
   */
  public RunMetrics(
      ChipSpec chip,
      ImmutableList<ChipSpec> chipOfTile,
      Period period,
      Program program,
      long samples) {
    this.chip = chip;
    this.chipOfTile = chipOfTile;
    this.period = period;
    this.program = program;
    this.samples = samples;
    this.energy = new EnergyBreakdown(chip, chipOfTile, period);
  }

  /** What identifies the run. */
  public void putRun(long seed, boolean complete) {
    metrics.put("seed", seed);
    metrics.put("version", Version.current());
    metrics.put("run.complete", complete);
    metrics.put("chip.name", chip.name());
    metrics.put("chip.tiles", chip.tiles());
    metrics.put("mapping.tiles", program.tiles());
  }

  /** What only training has. */
  public void putTraining(
      DataSet data,
      Network network,
      ImmutableList<EpochResult> epochs,
      LayerCounts layers,
      Period evaluation) {
    metrics.put("data.set", data.name());
    metrics.put("network.weights", network.weights());
    metrics.put("accuracy.epochs", epochs.size());
    if (!epochs.isEmpty()) {
      metrics.put("accuracy.testErrorPercent", epochs.getLast().testErrorPercent());
      metrics.put("accuracy.trainLoss", epochs.getLast().trainLoss());
      if (epochs.getLast().hasCrossEntropy()) {
        double crossEntropy = epochs.getLast().testCrossEntropyNats();
        metrics.put("accuracy.testCrossEntropyNats", crossEntropy);
        metrics.put("accuracy.testMinusTrainNats", crossEntropy - epochs.getLast().trainLoss());
      }
    }
    metrics.put("evaluation.simulatedSeconds", evaluation.seconds());
    metrics.put(
        "evaluation.energyJoules", new EnergyBreakdown(chip, chipOfTile, evaluation).totalJoules());
    metrics.put("evaluation.retries", evaluation.tileCount("retries"));
    layers.put(metrics);
    putSustainedAcceleration(network, REFERENCE_OPERATIONS_PER_WEIGHT);
  }

  /** What only a network without data has. */
  public void putTiming(Network network, Cycle cycle) {
    metrics.put("network.weights", network.weights());
    metrics.put("buffers.mostInputVectors", period.mostInputVectors());
    metrics.put("buffers.mostInputBytes", Math.ceilDiv(period.mostInputBits(), Byte.SIZE));
    boolean training = cycle == Cycle.TRAINING;
    putSustainedAcceleration(
        network,
        training ? REFERENCE_OPERATIONS_PER_WEIGHT : REFERENCE_INFERENCE_OPERATIONS_PER_WEIGHT);
  }

  /**
   * What only an inference run has: the period is that of the test set.
   *
   * @param testErrorPercent misclassified samples, %
   */
  public void putInference(DataSet data, Network network, double testErrorPercent) {
    metrics.put("run.inference", true);
    metrics.put("data.set", data.name());
    metrics.put("network.weights", network.weights());
    metrics.put("accuracy.testErrorPercent", testErrorPercent);
    putSustainedAcceleration(network, REFERENCE_INFERENCE_OPERATIONS_PER_WEIGHT);
  }

  /** What only an inference run of a language model has. */
  public void putTestCrossEntropy(double nats) {
    metrics.put("accuracy.testCrossEntropyNats", nats);
  }

  /**
   * Time and energy of a training to a test error that was asked for.
   *
   * @param reached the first epoch that reached it, or null
   */
  public void putTarget(double targetErrorPercent, @Nullable EpochResult reached) {
    metrics.put("accuracy.targetErrorPercent", targetErrorPercent);
    metrics.put("accuracy.targetReached", reached != null);
    if (reached != null) {
      metrics.put("accuracy.epochsToTarget", (long) reached.epoch());
      metrics.put("time.toTargetSeconds", reached.simulatedSeconds());
      metrics.put("energy.toTargetJoules", reached.energyJoules());
    }
  }

  private void putSustainedAcceleration(Network network, int operationsPerWeight) {
    double seconds = period.seconds();
    if (samples == 0) {
      return;
    }
    double perSample = operationsPerWeight * (double) network.weightUses();
    for (Processor reference : ReferenceProcessors.ALL) {
      double referenceSeconds = perSample * samples / reference.operationsPerSecond();
      metrics.put("acceleration.sustained." + reference.key(), referenceSeconds / seconds);
    }
  }

  /** One row a layer with weights. */
  public ImmutableList<LayerFigures> layers(Mapping mapping) {
    return LayerTable.of(mapping, period, energy);
  }

  /** Energy by the layer whose matrix lies on the tile that used it. */
  public void putLayers(Mapping mapping) {
    LayerEnergy.of(mapping, energy)
        .forEach((layer, joules) -> metrics.put("energy.byLayer." + layer, joules));
  }

  /**
   * What only a language model has.
   *
   * @param entropyRateNats of the text, nats a character, where it is known
   */
  public void putText(DataSet text, OptionalDouble entropyRateNats) {
    metrics.put("data.symbols", text.classes());
    entropyRateNats.ifPresent(rate -> metrics.put("accuracy.entropyRateNats", rate));
    if (samples > 0) {
      energy
          .byPurpose()
          .forEach(
              (name, part) -> metrics.put("energy.perSampleByComponent." + name, part / samples));
    }
  }

  /** Time, energy, throughput, utilisation and stalls of the period. */
  public void putWork() {
    double seconds = period.seconds();
    metrics.put("samples.count", samples);
    metrics.put("events.count", period.events());
    metrics.put("time.simulatedSeconds", seconds);
    putEnergy(seconds);
    putThroughput(seconds);
    new CountMetrics(period, energy).put(metrics);
    if (SpilledInputs.mayBeOf(chip)) {
      metrics.put("buffers.spilledVectors", period.tileCount(SpilledInputs.VECTORS));
      metrics.put("buffers.spilledBits", period.tileCount(SpilledInputs.BITS));
    }
    ChipArea area = ChipArea.of(chip);
    metrics.put("area.chipSquareMillimetres", area.chipSquareMillimetres());
    metrics.put("area.byComponent.tiles", area.tilesSquareMillimetres());
    metrics.put("area.byComponent.digitalUnits", area.digitalSquareMillimetres());
    if (period.durationPs() > 0) {
      new UtilisationMetrics(chip, period, program, energy).put(metrics);
    }
  }

  private void putEnergy(double seconds) {
    double joules = energy.totalJoules();
    metrics.put("energy.totalJoules", joules);
    energy.byPurpose().forEach((name, part) -> metrics.put("energy.byComponent." + name, part));
    metrics.put("energy.staticJoules", energy.staticJoules());
    metrics.put("energy.dynamicJoules", joules - energy.staticJoules());
    metrics.put("energy.delayProductJouleSeconds", joules * seconds);
    if (samples > 0) {
      metrics.put("energy.perSampleJoules", joules / samples);
      metrics.put("time.perSampleSeconds", seconds / samples);
      metrics.put("power.averageWatts", joules / seconds);
      metrics.put(
          "power.wattsPerSquareMillimetre",
          joules / seconds / ChipArea.of(chip).chipSquareMillimetres());
    }
  }

  private void putThroughput(double seconds) {
    ChipFigures figures = ChipFigures.of(chip);
    metrics.put("throughput.peakGigaOpsPerSecond", figures.operationsPerSecond() / GIGA);
    metrics.put(
        "efficiency.peakGigaOpsPerSecondPerWatt", figures.operationsPerSecondPerWatt() / GIGA);
    for (Processor reference : ReferenceProcessors.ALL) {
      metrics.put(
          "acceleration.peak." + reference.key(),
          figures.operationsPerSecond() / reference.operationsPerSecond());
    }
    if (samples > 0) {
      double operations = (double) program.usefulReadOperations() * samples;
      double updates = (double) program.weightUpdates() * samples;
      metrics.put("throughput.sustainedGigaOpsPerSecond", operations / seconds / GIGA);
      metrics.put(
          "throughput.fractionOfPeak", operations / seconds / figures.operationsPerSecond());
      metrics.put("throughput.gigaUpdatesPerSecond", updates / seconds / GIGA);
      metrics.put("throughput.samplesPerSecond", samples / seconds);
      metrics.put(
          "efficiency.sustainedGigaOpsPerSecondPerWatt", operations / energy.totalJoules() / GIGA);
      metrics.put(
          "efficiency.fractionOfPeak",
          operations / energy.totalJoules() / figures.operationsPerSecondPerWatt());
    }
  }

  /** What an observer saw, and the figures of it. */
  public Observations putObservations(Observer observer) {
    ObservedMetrics observed = new ObservedMetrics(period, energy);
    Observations seen = observer.finish(observed::power);
    observed.put(metrics, seen.beginning());
    metrics.put("power.envelopeWatts", chip.powerEnvelopeWatts());
    return seen;
  }

  /** One row a component in use; see {@link ComponentTable}. */
  public ImmutableList<ComponentResult> components() {
    return ComponentTable.of(period, energy);
  }

  /** The finished tree. */
  public Metrics build() {
    return metrics.build();
  }
}
