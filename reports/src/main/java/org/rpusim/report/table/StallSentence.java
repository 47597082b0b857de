package org.rpusim.report.table;

/** Says in one sentence what kept the tiles from working. */
final class StallSentence {
  private StallSentence() {}

  /** The sentence for some tiles' time. */
  static String of(TileTime time) {
    String reason = time.mainReason();
    double waiting = time.waitingFractions().values().stream().mapToDouble(w -> w).sum();
    if (time.busyFraction() >= StrictMath.max(waiting, time.idleFraction())) {
      return time.busyFraction() >= 0.5
          ? "The tiles were at work for most of the time."
          : "The tiles were at work for longer than they waited or had nothing to do.";
    }
    if (reason == null || time.idleFraction() > waiting) {
      return "The tiles had nothing to do for most of the time: no work was meant for them.";
    }
    return "The tiles mostly waited for " + cause(reason) + ".";
  }

  private static String cause(String reason) {
    return switch (reason) {
      case "data" -> "operands that were not there yet, as a sample passes the layers one by one";
      case "tileBusy" -> "arrays that were reading, their own or those of other layers";
      case "converterBusy" ->
          "analog-digital converters, their own or those of other layers, as a sample passes the"
              + " layers one by one";
      case "management" -> "noise and bound management units";
      case "digitalUnit" -> "digital units, which compute sums, activations and gradients";
      case "link" -> "the links between tiles and their digital units";
      case "interconnect" -> "the bus or network between tiles";
      case "memory" -> "the memory";
      case "bufferFull" -> "room in a tile's buffers";
      case "weightsBeingUpdated" -> "arrays that were being updated";
      default -> Words.of(reason);
    };
  }
}
