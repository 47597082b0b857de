package org.rpusim.report.cli;

import org.jspecify.annotations.Nullable;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.observation.Window;
import org.rpusim.workload.run.Course;
import org.rpusim.workload.spec.WorkloadSpec;

/**
 * One run.
 *
 * @param data the workload's data set, or null for a timing-only workload
 * @param seed seed of every random draw
 * @param threads 1 or more
 * @param kernels {@code scalar} or {@code vector}
 * @param fastForward whether known schedules are replayed
 * @param trace stretch to be traced, or null
 * @param course where a training begins and ends
 */
record RunRequest(
    ChipSpec chip,
    WorkloadSpec workload,
    @Nullable DataSet data,
    long seed,
    int threads,
    String kernels,
    boolean fastForward,
    @Nullable Window trace,
    Course course) {}
