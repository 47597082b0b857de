/**
 * Studies: many runs that differ in some keys, each written to disk as soon as it is done, and what
 * they show beside published values.
 */
@NullMarked
package org.rpusim.report.study;

import org.jspecify.annotations.NullMarked;
