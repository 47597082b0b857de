package org.rpusim.workload.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.machine.ChipState;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.state.StateException;
import org.rpusim.core.state.StateReader;
import org.rpusim.core.state.StateWriter;
import org.rpusim.workload.accounting.LayerCounts;
import org.rpusim.workload.accounting.Period;
import org.rpusim.workload.execution.RestPoint;
import org.rpusim.workload.observation.Observer;
import org.rpusim.workload.state.CheckpointFile;
import org.rpusim.workload.state.Resumable;

/**
 * How far a training is, with all that goes on from there: its checkpoints. One can be taken where
 * nothing is under way on the chip: between two samples that are trained one by one, before an
 * evaluation, and between two epochs.
 */
final class TrainingState implements RestPoint {
  /** What of an epoch comes next. */
  enum Stage {
    /** All of it. */
    EPOCH,
    /** The rest of its training samples. */
    PASS,
    /** Its evaluation. */
    EVALUATION
  }

  private final Engine engine;
  private final ChipState chip;
  private final Period training;
  private final Period evaluation;
  private final LayerCounts layers;
  private final EpochLog log;
  private final Resumable trainer;
  private final Observer observer;
  private final Progress progress;
  private final @Nullable CheckpointPlan plan;
  private final int epochs;
  private int epoch = 1;
  private Stage stage = Stage.EPOCH;
  private double loss;
  private long samplesAtLast;
  private boolean resumed;

  TrainingState(
      Engine engine,
      ChipState chip,
      Period training,
      Period evaluation,
      LayerCounts layers,
      EpochLog log,
      Resumable trainer,
      Observer observer,
      Progress progress,
      int epochs,
      @Nullable CheckpointPlan plan) {
    this.engine = engine;
    this.chip = chip;
    this.training = training;
    this.evaluation = evaluation;
    this.layers = layers;
    this.log = log;
    this.trainer = trainer;
    this.observer = observer;
    this.progress = progress;
    this.epochs = epochs;
    this.plan = plan;
  }

  /** The present epoch, counted from 1. */
  int epoch() {
    return epoch;
  }

  Stage stage() {
    return stage;
  }

  /** Mean loss of the epoch whose evaluation comes next, nats. */
  double loss() {
    return loss;
  }

  /** Training begins or goes on. */
  void passBegins() {
    stage = Stage.PASS;
  }

  /** The training of this epoch is over. */
  void passEnded(double meanLoss) {
    loss = meanLoss;
    stage = Stage.EVALUATION;
    if (plan != null && plan.every().isDue(trainer.trainedSamples() - samplesAtLast)) {
      save(plan, trainer.trainedSamples(), 0);
    }
  }

  /** The evaluation of this epoch is over; more may follow. */
  void epochEnded(boolean last) {
    boolean due = plan != null && plan.every().isDueAfter(epoch);
    epoch++;
    stage = Stage.EPOCH;
    if (due && !last && plan != null) {
      save(plan, trainer.trainedSamples(), 0);
    }
  }

  @Override
  public boolean isDue(long nextSample) {
    if (plan == null || stage != Stage.PASS) {
      return false;
    }
    return progress.stopped()
        || plan.every().isDue(trainer.trainedSamples(nextSample) - samplesAtLast);
  }

  @Override
  public void take(long nextSample) {
    if (plan != null) {
      save(plan, trainer.trainedSamples(nextSample), nextSample);
    }
  }

  private void save(CheckpointPlan to, long samples, long nextSample) {
    samplesAtLast = samples;
    try {
      CheckpointFile.write(to.file(), to.identity(), out -> save(out, nextSample));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void save(StateWriter out, long nextSample) {
    out.section("training").put(epoch).put(stage.name()).put(loss).put(samplesAtLast);
    out.put(progress.done()).put(engine.nowPs()).put(engine.eventCount());
    chip.saveState(out);
    training.saveState(out);
    evaluation.saveState(out);
    layers.saveState(out);
    log.saveState(out);
    trainer.saveState(out);
    observer.saveState(out);
    if (stage == Stage.PASS) {
      trainer.savePass(out, nextSample);
    }
  }

  /** Goes on from a checkpoint if that is wanted and there is one. */
  void resume() {
    if (plan != null && plan.resume() && Files.exists(plan.file())) {
      CheckpointFile.read(plan.file(), plan.identity(), this::load);
      resumed = true;
    }
  }

  /** What to throw where the simulation has found a contradiction: a checkpoint may be forged. */
  RuntimeException blame(RuntimeException found) {
    if (!resumed || plan == null) {
      return found;
    }
    return new ConfigException(
        "The checkpoint " + plan.file() + " holds what cannot be: " + found.getMessage() + ".",
        "Maybe begin again without --resume.");
  }

  private static Stage stage(String name) {
    for (Stage stage : Stage.values()) {
      if (stage.name().equals(name)) {
        return stage;
      }
    }
    throw new StateException("no stage of an epoch is called \"" + name + "\"");
  }

  private void load(StateReader in) {
    epoch = in.section("training").intNumber(1, epochs);
    stage = stage(in.text());
    loss = in.doubleNumber();
    samplesAtLast = in.count();
    progress.resume(in.count());
    long nowPs = in.count();
    if (nowPs < engine.nowPs()) {
      throw new StateException("its time is " + nowPs + " ps");
    }
    engine.skip(nowPs - engine.nowPs(), in.count());
    chip.loadState(in);
    training.loadState(in);
    evaluation.loadState(in);
    layers.loadState(in);
    log.loadState(in);
    trainer.loadState(in);
    observer.loadState(in);
    if (stage == Stage.PASS) {
      trainer.loadPass(in);
    }
  }
}
