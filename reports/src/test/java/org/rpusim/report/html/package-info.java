/** Tests of {@code org.rpusim.report.html}. */
@NullMarked
package org.rpusim.report.html;

import org.jspecify.annotations.NullMarked;
