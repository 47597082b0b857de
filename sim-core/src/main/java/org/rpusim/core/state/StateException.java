package org.rpusim.core.state;

import java.io.Serial;

/** A state that does not fit what it is loaded into, or is damaged. */
public final class StateException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * A state that cannot be taken over.
   *
   * @param reason a clause without full stop
   */
  public StateException(String reason) {
    super(reason);
  }
}
