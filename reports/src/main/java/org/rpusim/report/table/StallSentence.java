package org.rpusim.report.table;

/** Says in one sentence what kept the tiles from working. */
final class StallSentence {
  private StallSentence() {}

  /** The sentence for some tiles' time. */
  static String of(TileTime time) {
    String reason = time.mainReason();
    double waiting = reason == null ? 0 : time.waitingFractions().getOrDefault(reason, 0.0);
    if (time.busyFraction() >= StrictMath.max(waiting, time.idleFraction())) {
      return "The tiles were at work for most of the time.";
    }
    if (reason == null || time.idleFraction() > waiting) {
      return "The tiles had nothing to do for most of the time: no work was meant for them.";
    }
    return "The tiles mostly waited for " + cause(reason) + ".";
  }

  private static String cause(String reason) {
    return switch (reason) {
      case "data" ->
          "data: what a cycle needs was still being made elsewhere, as a sample passes the layers"
              + " one after the other";
      case "tileBusy" -> "arrays that were still integrating an earlier read";
      case "converterBusy" -> "the analog-digital converters, which take longer than the array";
      case "management" -> "the noise and bound management units";
      case "digitalUnit" ->
          "the digital units, which compute activations and gradients between array cycles";
      case "link" -> "the links between tiles and their digital units";
      case "interconnect" -> "the bus or network between tiles";
      case "memory" -> "the memory that delivers inputs and labels";
      case "bufferFull" -> "room in a tile's buffers";
      case "weightsBeingUpdated" -> "updates of their own weights";
      default -> Words.of(reason);
    };
  }
}
