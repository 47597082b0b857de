package org.rpusim.workload.run;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.rpusim.core.state.StateReader;
import org.rpusim.core.state.StateWriter;
import org.rpusim.core.state.Stateful;
import org.rpusim.workload.result.EpochResult;

/** The epochs that are over. */
final class EpochLog implements Stateful {
  private final List<EpochResult> epochs = new ArrayList<>();
  private final int most;
  private long retriesBefore;
  private long coincidencesBefore;

  /**
   * An empty log.
   *
   * @param most most epochs
   */
  EpochLog(int most) {
    this.most = most;
  }

  /**
   * An epoch is over.
   *
   * @param retries since the start of the run
   * @param coincidences since the start of the run
   * @param testCrossEntropyNats of a language model, else not a number
   */
  EpochResult add(
      int epoch,
      double learningRate,
      double loss,
      double testErrorPercent,
      double seconds,
      double joules,
      long retries,
      long coincidences,
      double testCrossEntropyNats) {
    EpochResult result =
        new EpochResult(
            epoch,
            learningRate,
            loss,
            testErrorPercent,
            seconds,
            joules,
            retries - retriesBefore,
            coincidences - coincidencesBefore,
            testCrossEntropyNats);
    retriesBefore = retries;
    coincidencesBefore = coincidences;
    epochs.add(result);
    return result;
  }

  ImmutableList<EpochResult> epochs() {
    return ImmutableList.copyOf(epochs);
  }

  @Override
  public void saveState(StateWriter out) {
    out.section("epochs").put(retriesBefore).put(coincidencesBefore).put(epochs.size());
    for (EpochResult epoch : epochs) {
      out.put(epoch.epoch())
          .put(epoch.learningRate())
          .put(epoch.trainLoss())
          .put(epoch.testErrorPercent())
          .put(epoch.simulatedSeconds())
          .put(epoch.energyJoules())
          .put(epoch.retries())
          .put(epoch.coincidences())
          .put(epoch.testCrossEntropyNats());
    }
  }

  @Override
  public void loadState(StateReader in) {
    retriesBefore = in.section("epochs").count();
    coincidencesBefore = in.count();
    int count = in.intNumber(0, most);
    epochs.clear();
    for (int i = 0; i < count; i++) {
      epochs.add(
          new EpochResult(
              in.intNumber(1, most),
              in.doubleNumber(),
              in.doubleNumber(),
              in.doubleNumber(),
              in.doubleNumber(),
              in.doubleNumber(),
              in.count(),
              in.count(),
              in.doubleNumber()));
    }
  }
}
