/** Tests of {@code org.rpusim.report.compare}. */
@NullMarked
package org.rpusim.report.compare;

import org.jspecify.annotations.NullMarked;
