package org.rpusim.workload.run;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;

/**
 * Where and how often a run writes a checkpoint.
 *
 * @param file of the checkpoint
 * @param identity lines that determine the run's result; a checkpoint of others is refused
 * @param every how often; a checkpoint is also written where a run is stopped between two samples
 * @param resume whether the run goes on from the file, where there is one
 */
public record CheckpointPlan(
    Path file, ImmutableList<String> identity, CheckpointInterval every, boolean resume) {}
