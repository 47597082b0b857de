/** Placeholder. */
@NullMarked
package org.rpusim.report;

import org.jspecify.annotations.NullMarked;
