/** Tests of traces. */
@NullMarked
package org.rpusim.report.trace;

import org.jspecify.annotations.NullMarked;
