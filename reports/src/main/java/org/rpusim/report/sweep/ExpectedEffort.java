package org.rpusim.report.sweep;

import org.jspecify.annotations.Nullable;
import org.rpusim.report.study.PointTask;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.network.Network;
import org.rpusim.workload.spec.LanguageModelSpec;
import org.rpusim.workload.spec.StreamReadsSpec;
import org.rpusim.workload.spec.TimingSpec;
import org.rpusim.workload.spec.TrainingSpec;

/**
 * How long a run is expected to take, relative to others: uses of weights, of which a trained
 * sample has three (forward, backward, update) and a tested one has one. It orders runs and
 * foretells the end, and changes no result.
 */
final class ExpectedEffort {
  private static final double USES_OF_TRAINING = 3;
  // Of the alphabet of a text, only the first layer's width depends.
  private static final int SYMBOLS = 32;
  // A sample whose numbers are left out costs a few events a layer.
  private static final double USES_OF_AN_EVENT = 100;

  private ExpectedEffort() {}

  /** Uses of weights, above 0. */
  static double of(PointTask task) {
    double uses =
        switch (task.workload().spec()) {
          case TrainingSpec training -> training(training, task.data());
          case LanguageModelSpec model -> languageModel(model);
          case TimingSpec timing ->
              USES_OF_AN_EVENT
                  * timing.epochs()
                  * timing.samples()
                  * timing.network().layers().size();
          case StreamReadsSpec reads ->
              USES_OF_AN_EVENT * reads.readsPerTile() * task.chip().spec().tiles();
        };
    return StrictMath.max(1, uses);
  }

  private static double training(TrainingSpec training, @Nullable DataSet data) {
    Network network = training.network();
    double all = data == null ? 0 : data.trainingCount();
    double samples = training.samples() == 0 ? all : training.samples();
    double tests = data == null ? 0 : data.testCount();
    return training.epochs() * (USES_OF_TRAINING * samples + tests) * network.weightUses();
  }

  private static double languageModel(LanguageModelSpec model) {
    double tests = model.testFraction() * model.characters();
    double all = model.characters() - tests;
    double samples = model.samples() == 0 ? all : model.samples();
    return model.epochs()
        * (USES_OF_TRAINING * samples + tests)
        * model.network(SYMBOLS).matrices().weights();
  }
}
