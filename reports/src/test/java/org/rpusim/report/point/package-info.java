/** Tests of the package of the same name. */
@NullMarked
package org.rpusim.report.point;

import org.jspecify.annotations.NullMarked;
