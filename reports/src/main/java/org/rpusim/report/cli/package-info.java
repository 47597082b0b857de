/** The command line: its commands, what it says about wrong input, and progress. */
@NullMarked
package org.rpusim.report.cli;

import org.jspecify.annotations.NullMarked;
