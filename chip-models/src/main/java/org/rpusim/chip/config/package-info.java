/**
 * Configuration files: YAML trees that know their lines, typed parameters read from them, and the
 * record of what was read.
 */
@NullMarked
package org.rpusim.chip.config;

import org.jspecify.annotations.NullMarked;
