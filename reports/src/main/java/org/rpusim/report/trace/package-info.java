/** Traces of a run for trace viewers. */
@NullMarked
package org.rpusim.report.trace;

import org.jspecify.annotations.NullMarked;
