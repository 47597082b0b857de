/** JMH benchmarks of what must be fast; README.md of the module says how to run them. */
@NullMarked
package org.rpusim.benchmark;

import org.jspecify.annotations.NullMarked;
