/** Where a network's matrices lie on a chip, as a table, as JSON and as a picture. */
@NullMarked
package org.rpusim.report.map;

import org.jspecify.annotations.NullMarked;
