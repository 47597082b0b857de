package org.rpusim.workload.data;

import java.io.Serial;

/**
 * A data set that has to be fetched and cannot be. The message is one sentence for the user, who
 * may go on with embedded data; it has no stack trace, because the fault lies outside the program.
 */
public final class DataUnavailableException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** A reason as one sentence with its full stop. */
  public DataUnavailableException(String sentence) {
    super(sentence, null, false, false);
  }
}
