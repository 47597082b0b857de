/** Tests of the charts. */
@NullMarked
package org.rpusim.report.chart;

import org.jspecify.annotations.NullMarked;
