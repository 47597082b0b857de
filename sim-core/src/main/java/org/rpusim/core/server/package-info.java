/**
 * Servers that work takes time at, with queues, and the account of what each did or waited for.
 *
 * <p>Work is named by a <em>token</em>, a small non-negative integer that its owner chooses.
 */
@NullMarked
package org.rpusim.core.server;

import org.jspecify.annotations.NullMarked;
