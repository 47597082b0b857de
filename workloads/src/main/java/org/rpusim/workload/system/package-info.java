/**
 * Clusters: a network cut over chips that are joined by links, simulated chip by chip, where chips
 * that are in the same relative state are simulated once.
 */
@NullMarked
package org.rpusim.workload.system;

import org.jspecify.annotations.NullMarked;
