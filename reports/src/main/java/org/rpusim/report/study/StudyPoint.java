package org.rpusim.report.study;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/**
 * One configuration of a study.
 *
 * @param name unique in the study, fit for a file name
 * @param label value or words that tell it from the other points of its panel
 * @param workload preset or file; empty for the study's
 * @param chip preset or file; empty for the study's
 * @param set keys of chip and workload with their values, all that the study sets for it
 * @param optional whether it is left out where a key or value of it does not exist
 * @param effort its run time, relative to the study's other points
 * @param expectations what publications say of it
 */
public record StudyPoint(
    String name,
    String label,
    String workload,
    String chip,
    ImmutableMap<String, String> set,
    boolean optional,
    double effort,
    ImmutableList<Expectation> expectations) {}
