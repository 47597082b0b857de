package org.rpusim.core.units;

/** A text is no quantity of the kind that is asked for; the message says why, and what would be. */
public final class UnitException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  UnitException(String message) {
    super(message);
  }
}
