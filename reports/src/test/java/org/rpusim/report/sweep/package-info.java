/** Tests of {@code org.rpusim.report.sweep}. */
@NullMarked
package org.rpusim.report.sweep;

import org.jspecify.annotations.NullMarked;
