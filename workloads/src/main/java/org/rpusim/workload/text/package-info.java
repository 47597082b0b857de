/** Texts as sequences of symbols: files, and generated text whose entropy rate is known exactly. */
@NullMarked
package org.rpusim.workload.text;

import org.jspecify.annotations.NullMarked;
