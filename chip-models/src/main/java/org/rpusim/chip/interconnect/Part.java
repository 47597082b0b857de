package org.rpusim.chip.interconnect;

import org.rpusim.core.server.TimeLedger;
import org.rpusim.core.stats.Counter;

/**
 * A part of an interconnect as the accounts see it.
 *
 * @param name unique, for example {@code bus} or {@code network.router3.east}
 * @param ledger account of its time
 * @param served pieces of work that it has taken
 */
public record Part(String name, TimeLedger ledger, Counter served) {}
