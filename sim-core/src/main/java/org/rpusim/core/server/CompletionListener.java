package org.rpusim.core.server;

/** Is told when a server has finished a piece of work. */
public interface CompletionListener {
  /** The work named by {@code token} is done at the present simulated time. */
  void completed(int token);
}
