package org.rpusim.workload.result;

import com.google.common.collect.ImmutableMap;

/**
 * What one component did during training. busy + the sum of waiting + idle = the training time.
 *
 * @param name unique, for example {@code tile3.array}
 * @param kind for example {@code array}, {@code converters}, {@code digital unit}, {@code bus}
 * @param busySeconds time at work, s
 * @param waitingSeconds time with work outstanding but held up, by reason, s
 * @param idleSeconds time with nothing to do, s
 * @param energyJoules energy used, static power included, J
 * @param actions actions done (reads, conversions, operations, transfers), exact
 */
public record ComponentResult(
    String name,
    String kind,
    double busySeconds,
    ImmutableMap<String, Double> waitingSeconds,
    double idleSeconds,
    double energyJoules,
    long actions) {}
