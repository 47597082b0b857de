package org.rpusim.core.server;

/** Sees every piece of work of the components whose ledgers it observes. */
public interface WorkObserver {
  /**
   * A component works, or is known to be going to work, on a token.
   *
   * @param component number that {@link TimeLedger#observe} was given
   * @param token what it works on
   * @param startPs not before the end of the component's work before
   * @param endPs not before the start
   */
  void worked(int component, int token, long startPs, long endPs);
}
