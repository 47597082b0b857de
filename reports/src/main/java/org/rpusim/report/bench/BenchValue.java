package org.rpusim.report.bench;

/**
 * One measured figure.
 *
 * @param name of the figure; a benchmark's own for its main one
 * @param value measured
 * @param unit of the value
 */
public record BenchValue(String name, double value, String unit) {}
