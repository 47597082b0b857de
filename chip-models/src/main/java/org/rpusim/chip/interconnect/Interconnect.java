package org.rpusim.chip.interconnect;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;
import org.rpusim.core.server.RateServer;

/** Carries vectors between digital units, tiles and memory. */
public interface Interconnect {
  /**
   * Sends a vector; its completion is reported when the last bit has arrived everywhere.
   *
   * @param token names the transfer to the listener
   * @param transfer from where, to where and how much
   */
  void send(int token, Transfer transfer);

  /**
   * The same transfer as work for one server, where it is that whatever else happens; null where a
   * transfer takes more than that.
   */
  default RateServer.@Nullable Job job(Transfer transfer) {
    return null;
  }

  /** What sends a transfer without looking for its way each time. */
  default Sender sender(Transfer transfer) {
    return token -> send(token, transfer);
  }

  /** Its parts. */
  ImmutableList<Part> parts();

  /**
   * Who waits for whom where transfers are held up for ever, in one sentence; null where none is
   * under way. To be asked when no event is left.
   */
  default @Nullable String deadlock() {
    return null;
  }
}
