package org.rpusim.chip.config;

/**
 * A record read from files together with what was read for it.
 *
 * @param spec the record
 * @param resolution every parameter of it
 */
public record Configured<T>(T spec, Resolution resolution) {}
