/** Tests of tables and summaries. */
@NullMarked
package org.rpusim.report.table;

import org.jspecify.annotations.NullMarked;
