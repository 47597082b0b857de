/** Tests of pictures on the floor plan. */
@NullMarked
package org.rpusim.report.map;

import org.jspecify.annotations.NullMarked;
