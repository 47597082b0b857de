package org.rpusim.report.table;

import java.util.function.IntToDoubleFunction;
import org.rpusim.chip.device.StepResponse;

/** What was measured of sampled devices, for reading. */
public final class DeviceTable {
  private DeviceTable() {}

  /** A line for each figure; a spread is a standard deviation between devices. */
  public static String of(StepResponse response) {
    float[] up = response.stepsAtZero(true);
    float[] down = response.stepsAtZero(false);
    int n = response.devices();
    TextTable table = new TextTable("  ");
    if (response.bounded()) {
      table.row("states", Numbers.plain(response.states()), "range of weights / step at 0");
      table.row(
          "weights",
          Numbers.plain(response.meanLower()) + " to " + Numbers.plain(response.meanUpper()),
          "mean bounds");
    } else {
      table.row("states", "no bounds", "");
    }
    table.row("step up at 0", Numbers.plain(mean(n, i -> up[i])), spread(n, i -> up[i]));
    table.row("step down at 0", Numbers.plain(mean(n, i -> down[i])), spread(n, i -> down[i]));
    double ratio = -mean(n, i -> up[i]) / mean(n, i -> down[i]);
    double share = deviation(n, i -> up[i] + down[i]) / mean(n, i -> (up[i] - down[i]) / 2);
    table.row("up / down at 0", Numbers.plain(ratio), "spread " + Numbers.percent(share));
    table.row(
        "after " + response.pulses() + " up",
        Numbers.plain(response.meanWeight(response.pulses())),
        spread(n, i -> response.weight(i, response.pulses())));
    int last = 2 * response.pulses();
    table.row(
        "then as many down",
        Numbers.plain(response.meanWeight(last)),
        spread(n, i -> response.weight(i, last)));
    return table.toString();
  }

  private static String spread(int n, IntToDoubleFunction value) {
    return "spread " + Numbers.plain(deviation(n, value));
  }

  private static double mean(int n, IntToDoubleFunction value) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += value.applyAsDouble(i);
    }
    return sum / n;
  }

  private static double deviation(int n, IntToDoubleFunction value) {
    double mean = mean(n, value);
    double squares =
        mean(n, i -> (value.applyAsDouble(i) - mean) * (value.applyAsDouble(i) - mean));
    return n < 2 ? 0 : StrictMath.sqrt(squares * n / (n - 1));
  }
}
