/** Tests of the package of the same name. */
@NullMarked
package org.rpusim.report.study;

import org.jspecify.annotations.NullMarked;
