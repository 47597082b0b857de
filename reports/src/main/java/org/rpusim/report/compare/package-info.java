/** Runs side by side: what differs in their configuration, and what that did. */
@NullMarked
package org.rpusim.report.compare;

import org.jspecify.annotations.NullMarked;
