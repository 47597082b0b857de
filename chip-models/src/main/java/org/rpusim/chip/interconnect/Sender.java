package org.rpusim.chip.interconnect;

/** Sends one transfer again and again; see {@link Interconnect#sender}. */
@FunctionalInterface
public interface Sender {
  /**
   * Sends it once more.
   *
   * @param token names the transfer to the interconnect's listener
   */
  void send(int token);
}
