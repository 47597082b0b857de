package org.rpusim.workload.run;

import org.jspecify.annotations.Nullable;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.tile.ArrayCycle;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.engine.TimingWheel;
import org.rpusim.workload.accounting.Period;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.execution.Executor;
import org.rpusim.workload.execution.ExpectedActivity;
import org.rpusim.workload.execution.ProgramState;
import org.rpusim.workload.mapping.Mapper;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.program.NetworkCompiler;
import org.rpusim.workload.program.Operation;
import org.rpusim.workload.program.Program;
import org.rpusim.workload.program.SequenceCompiler;
import org.rpusim.workload.program.Step;
import org.rpusim.workload.recurrent.RecurrentNetwork;
import org.rpusim.workload.spec.ExpectedSpec;
import org.rpusim.workload.spec.LanguageModelSpec;
import org.rpusim.workload.spec.StreamReadsSpec;
import org.rpusim.workload.spec.TimingSpec;
import org.rpusim.workload.spec.TrainingSpec;
import org.rpusim.workload.spec.WorkloadSpec;

/**
 * How long a run is expected to take on a processor: one sample is run timing-only, and what that
 * counts is multiplied by the samples of the run and the usual time of each piece of work. It is
 * meant to order runs and to foretell their end; it depends on nothing but the configuration.
 */
public final class Forecast {
  // Orders of magnitude on a processor core of 2025, in compiled vector kernels.
  private static final double NANOSECONDS_A_CYCLE = 1000;
  private static final double NANOSECONDS_A_READ_WEIGHT = 0.05;
  private static final double NANOSECONDS_A_CONVERSION = 3;
  private static final double NANOSECONDS_A_COINCIDENCE = 1.5;
  private static final double NANOSECONDS_AN_EVENT = 100;
  private static final double NANOSECONDS_A_NEW_WEIGHT = 100;

  /** After so many samples a schedule without numbers is mostly seen to repeat itself. */
  private static final int SAMPLES_TO_REPEAT = 100;

  /** A time step of a longer sequence needs as much. */
  private static final int MOST_STEPS = 8;

  /** Of the alphabet of a text that is not read yet, only the first layer's width depends. */
  private static final int SYMBOLS = 32;

  private static final ExpectedSpec ACTIVITY = new ExpectedSpec(0.2, 0.2, 0, 0, 0.1, 0.1);

  private Forecast() {}

  /**
   * Expected run time, ns, above 0.
   *
   * @param data what a training or a language model is given, or null where that is not known
   * @throws org.rpusim.chip.config.ConfigException if workload and chip do not go together
   */
  public static double nanoseconds(ChipSpec chip, WorkloadSpec workload, @Nullable DataSet data) {
    double time =
        switch (workload) {
          case TrainingSpec training -> training(chip, training, data);
          case LanguageModelSpec model -> languageModel(chip, model, data);
          case TimingSpec timing -> timing(chip, timing);
          case StreamReadsSpec reads -> NANOSECONDS_AN_EVENT * reads.readsPerTile() * chip.tiles();
        };
    return Math.max(1, time);
  }

  private static double training(ChipSpec chip, TrainingSpec spec, @Nullable DataSet data) {
    Mapping mapping = Mapper.map(spec.network(), chip);
    double all = data == null ? 0 : data.trainingCount();
    double samples = spec.samples() == 0 ? all : spec.samples();
    double tests = data == null ? 0 : data.testCount();
    Work training =
        Work.of(chip, mapping, NetworkCompiler.training(mapping, chip, 1, spec.streaming()));
    Work test = Work.of(chip, mapping, NetworkCompiler.evaluation(mapping, chip, spec.streaming()));
    return setUp(mapping)
        + spec.epochs()
            * (samples * training.nanoseconds(spec.inFlight() > 1)
                + tests * test.nanoseconds(false));
  }

  private static double languageModel(
      ChipSpec chip, LanguageModelSpec spec, @Nullable DataSet text) {
    RecurrentNetwork network = spec.network(text == null ? SYMBOLS : text.classes());
    Mapping mapping = Mapper.map(network.matrices(), chip);
    double tests = text == null ? spec.testFraction() * spec.characters() : text.testCount();
    double all = text == null ? spec.characters() - tests : text.trainingCount();
    double characters = spec.samples() == 0 ? all : spec.samples();
    int steps = Math.min(spec.unroll(), MOST_STEPS);
    SequenceCompiler.Shape shape =
        new SequenceCompiler.Shape(steps, 1, 1, spec.dropout() > 0, true);
    Work training =
        Work.of(chip, mapping, SequenceCompiler.training(network, mapping, chip, shape));
    Work test = Work.of(chip, mapping, SequenceCompiler.evaluation(network, mapping, chip, steps));
    return setUp(mapping)
        + spec.epochs()
            * (characters * training.nanoseconds(spec.inFlight() > 1)
                + tests * test.nanoseconds(false));
  }

  /** Of numbers there are none: all is events, and those of a period are simulated once. */
  private static double timing(ChipSpec chip, TimingSpec spec) {
    Mapping mapping = Mapper.map(spec.network(), chip);
    boolean inference = spec.cycle() == TimingSpec.Cycle.INFERENCE;
    Work work =
        Work.of(
            chip,
            mapping,
            inference
                ? NetworkCompiler.evaluation(mapping, chip)
                : NetworkCompiler.training(mapping, chip, 1));
    long whole = Math.max(SAMPLES_TO_REPEAT, 2L * spec.inFlight() * spec.batch());
    return NANOSECONDS_AN_EVENT * spec.epochs() * Math.min(spec.samples(), whole) * work.events();
  }

  private static double setUp(Mapping mapping) {
    return NANOSECONDS_A_NEW_WEIGHT
        * mapping.layers().stream().mapToLong(layer -> layer.layer().weights()).sum();
  }

  /**
   * What a sample is expected to need.
   *
   * @param cycles reads and updates of arrays
   * @param readWeights weights read, once for each read
   * @param conversions numbers that pass a converter
   * @param coincidences pulses that meet at a device
   * @param events events of the simulation
   * @param bursts whether known schedules cannot be replayed
   */
  private record Work(
      double cycles,
      double readWeights,
      double conversions,
      double coincidences,
      double events,
      boolean bursts) {
    static Work of(ChipSpec chip, Mapping mapping, Program program) {
      ProgramState state = new ProgramState(program, 1);
      Engine engine = new Engine(new TimingWheel());
      Executor executor = new Executor(engine, chip, mapping, state.tokens(), false);
      Period period = new Period(engine, executor.chip());
      period.begin();
      executor.runExpected(
          state, new ExpectedActivity(program, 1, mapping, ACTIVITY), 1, batches -> true);
      period.end();
      double cycles = 0;
      double reads = 0;
      boolean bursts = false;
      for (Operation operation : program.operations()) {
        if (operation.step() instanceof Step.RunArray(int tile, ArrayCycle cycle)) {
          boolean update = cycle.kind() == ArrayCycle.Kind.UPDATE;
          double weights = (double) cycle.inputLines() * cycle.outputLines();
          cycles += cycle.count();
          reads += update ? 0 : weights * cycle.count();
          bursts |= cycle.count() > 1;
        }
      }
      double share = 1.0 / program.batch();
      return new Work(
          share * cycles,
          share * reads,
          share * period.tileCount("conversions"),
          share * period.tileCount("coincidences"),
          share * period.events(),
          bursts);
    }

    /**
     * @param together whether samples are under way together, so that each event is simulated
     */
    double nanoseconds(boolean together) {
      return NANOSECONDS_A_CYCLE * cycles
          + NANOSECONDS_A_READ_WEIGHT * readWeights
          + NANOSECONDS_A_CONVERSION * conversions
          + NANOSECONDS_A_COINCIDENCE * coincidences
          + (together || bursts ? NANOSECONDS_AN_EVENT * events : 0);
    }
  }
}
