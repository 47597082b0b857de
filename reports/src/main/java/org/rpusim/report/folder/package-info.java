/**
 * The run folder: which files it holds, how each is written, and that it appears whole or never.
 */
@NullMarked
package org.rpusim.report.folder;

import org.jspecify.annotations.NullMarked;
