/** Recurrent networks as records: blocks of LSTM, GRU or plain cells, and their weight matrices. */
@NullMarked
package org.rpusim.workload.recurrent;

import org.jspecify.annotations.NullMarked;
