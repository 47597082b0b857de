/** Tests of the package of the same name. */
@NullMarked
package org.rpusim.report.bench;

import org.jspecify.annotations.NullMarked;
