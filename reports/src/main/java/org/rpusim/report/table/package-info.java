/** Tables for people (aligned text) and for programs (CSV), and the summaries they are made of. */
@NullMarked
package org.rpusim.report.table;

import org.jspecify.annotations.NullMarked;
