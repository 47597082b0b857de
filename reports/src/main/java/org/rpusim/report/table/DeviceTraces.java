package org.rpusim.report.table;

import java.io.IOException;
import java.util.List;
import org.rpusim.chip.device.StepResponse;

/**
 * What sampled devices held after each pulse, for programs: a table as that of a measured device,
 * which reads it too.
 */
public final class DeviceTraces {
  private DeviceTraces() {}

  /**
   * Writes the devices that are shown, one after the other.
   *
   * @throws IOException if {@code out} takes no more
   */
  public static void write(StepResponse response, Appendable out) throws IOException {
    out.append("trace,direction,pulse,conductance\n");
    for (int device = 0; device < response.shown(); device++) {
      write(response, device, "up", 0, out);
      write(response, device, "down", response.pulses(), out);
    }
  }

  private static void write(
      StepResponse response, int device, String direction, int first, Appendable out)
      throws IOException {
    for (int pulse = 0; pulse <= response.pulses(); pulse++) {
      float weight = response.weight(device, first + pulse);
      out.append(new Csv().line(List.of(device, direction, pulse, weight)).toString());
    }
  }
}
