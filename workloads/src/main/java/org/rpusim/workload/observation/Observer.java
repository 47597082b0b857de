package org.rpusim.workload.observation;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rpusim.core.state.StateReader;
import org.rpusim.core.state.StateWriter;
import org.rpusim.core.state.Stateful;

/**
 * Looks at a run from its start to its end. Its state is that of the beginning: a trace begins anew
 * when a run goes on.
 */
public final class Observer implements Stateful {
  private final Recording beginning;
  private final @Nullable Recording trace;

  /**
   * Looks from now on.
   *
   * @param inFlight samples under way together: enough of them are looked at to see how one follows
   *     another
   * @param traced stretch to be traced, or null for none
   */
  public Observer(Recorder recorder, int inFlight, @Nullable Window traced) {
    this.beginning = recorder.record(Window.beginning(2L * inFlight + 1));
    this.trace = traced == null ? null : recorder.record(traced);
  }

  /**
   * What was seen; nothing more is.
   *
   * @param power works out the power of a timeline
   */
  public Observations finish(Function<Timeline, PowerProfile> power) {
    return new Observations(
        seen(beginning.finish(), power), trace == null ? null : seen(trace.finish(), power));
  }

  private static Observations.Seen seen(Timeline timeline, Function<Timeline, PowerProfile> power) {
    return new Observations.Seen(timeline, power.apply(timeline));
  }

  @Override
  public void saveState(StateWriter out) {
    beginning.saveState(out);
  }

  @Override
  public void loadState(StateReader in) {
    beginning.loadState(in);
  }
}
