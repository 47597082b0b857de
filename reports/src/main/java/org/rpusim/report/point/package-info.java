/**
 * Points, which studies and sweeps are made of: one configuration and seed each, run once, kept in
 * a file of its own, and gone on with where it was stopped.
 */
@NullMarked
package org.rpusim.report.point;

import org.jspecify.annotations.NullMarked;
