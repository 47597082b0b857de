package org.rpusim.chip.device;

import static org.rpusim.chip.config.Firmness.ASSUMPTION;
import static org.rpusim.chip.config.ValueTypes.integer;

import org.rpusim.chip.config.Section;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.spec.DeviceParameters;
import org.rpusim.chip.spec.DeviceReader;
import org.rpusim.chip.spec.DeviceSpec;
import org.rpusim.core.state.StateReader;
import org.rpusim.core.state.StateWriter;

/**
 * A weight as the difference of two one-sided devices, plus − minus (P1, differential pair;
 * aihwkit, one-sided unit cell). A device of a pair can only be raised: up pulses raise plus by the
 * up step, down pulses raise minus by the down step, each with cycle-to-cycle variation, from 0 to
 * the upper and to the magnitude of the lower bound.
 *
 * <p><b>Saturation.</b> A device at its bound stays there: the pair then ignores pulses of one
 * direction, and where both devices are at their bounds those of both. Every refreshUpdates update
 * cycles (0: never) each pair is refreshed: the smaller device is set to 0 and the larger to their
 * difference, exactly, which leaves the weight as it was. That a refresh takes neither time nor
 * energy is an assumption.
 *
 * <p>A weight that is written, and changes by half-selection, decay and diffusion, move the plus
 * device within its range; a written weight sets the other device to 0.
 */
final class DifferentialPairDevice extends SteppingDevice {
  private final float[] minus;
  private final int refreshUpdates;

  DifferentialPairDevice(DeviceSpec spec, CrossPoints crossPoints, DeviceKey key, Kernels kernels) {
    super(spec, crossPoints, key, kernels);
    minus = new float[crossPoints.length()];
    refreshUpdates = spec.parameters(Parameters.class).refreshUpdates;
  }

  @Override
  protected float shape(int device, float weight, boolean up) {
    return 1f;
  }

  private boolean frozen(int device) {
    return upper(device) == lower(device);
  }

  @Override
  public float clip(int device, float weight) {
    if (frozen(device)) {
      return upper(device);
    }
    float high = upper(device) - minus[device];
    float below = weight > high ? high : weight;
    return below < -minus[device] ? -minus[device] : below;
  }

  @Override
  public void write(int row, int column, float weight) {
    int device = crossPoints().index(row, column);
    if (frozen(device)) {
      crossPoints().set(row, column, upper(device));
      return;
    }
    float low = lower(device);
    float held = weight < low ? low : weight;
    minus[device] = held < 0f ? -held : 0f;
    crossPoints().set(row, column, clip(device, held));
  }

  @Override
  protected float pulsed(int device, float weight, boolean up, float normal) {
    if (up || frozen(device)) {
      return super.pulsed(device, weight, up, normal);
    }
    float change = step(device, weight, false) * Math.fma(cycleToCycle(), normal, 1f);
    float most = -lower(device);
    float before = minus[device];
    float after = before - change;
    after = after > most ? most : after;
    after = after < 0f ? 0f : after;
    minus[device] = after;
    return weight + before - after;
  }

  @Override
  public boolean restsWithoutPulses() {
    return refreshUpdates == 0;
  }

  @Override
  public void endCycle(PulseTrains trains, long cycle) {
    if (refreshUpdates == 0 || (cycle + 1) % refreshUpdates != 0) {
      return;
    }
    float[] weights = crossPoints().weights();
    for (int row = 0; row < crossPoints().rows(); row++) {
      int offset = crossPoints().index(row, 0);
      for (int i = offset; i < offset + crossPoints().columns(); i++) {
        float plus = weights[i] + minus[i];
        minus[i] -= Math.max(0f, Math.min(plus, minus[i]));
      }
    }
  }

  /** The weights and the minus devices. */
  @Override
  public void saveState(StateWriter out) {
    super.saveState(out);
    out.put(minus);
  }

  @Override
  public void loadState(StateReader in) {
    super.loadState(in);
    in.read(minus);
  }

  /**
   * Refresh.
   *
   * @param refreshUpdates update cycles from one refresh to the next; 0 for never
   */
  record Parameters(int refreshUpdates) implements DeviceParameters {}

  /** The kind {@code differential-pair}. */
  public static final class Kind implements DeviceProvider {
    @Override
    public String name() {
      return "differential-pair";
    }

    @Override
    public String description() {
      return "difference of two devices that can only be raised, with their refresh";
    }

    @Override
    public DeviceSpec read(Section s) {
      int refresh =
          s.read(
              "refreshUpdates",
              integer(0, Integer.MAX_VALUE),
              "0",
              ASSUMPTION,
              "updates from refresh to refresh, 0 for none");
      return DeviceReader.common(name(), s, DeviceReader.defects(s), new Parameters(refresh));
    }

    @Override
    public DeviceModel create(
        DeviceSpec spec, CrossPoints crossPoints, DeviceKey key, Kernels kernels) {
      return new DifferentialPairDevice(spec, crossPoints, key, kernels);
    }
  }
}
