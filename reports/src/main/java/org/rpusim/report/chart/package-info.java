/** Charts of a run: one file a chart, one theme for all, written as PNG and SVG. */
@NullMarked
package org.rpusim.report.chart;

import org.jspecify.annotations.NullMarked;
