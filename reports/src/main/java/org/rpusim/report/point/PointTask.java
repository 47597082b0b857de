package org.rpusim.report.point;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.Configured;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.core.Version;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.data.DataSum;
import org.rpusim.workload.spec.WorkloadSpec;

/**
 * One run of a study.
 *
 * @param point name of the point
 * @param seed seed of every random draw
 * @param effort its run time, relative to the other tasks
 * @param data samples, or null for a timing-only workload
 */
public record PointTask(
    String point,
    long seed,
    double effort,
    Configured<ChipSpec> chip,
    Configured<WorkloadSpec> workload,
    @Nullable DataSet data) {

  /** Name of its file without the ending. */
  public String fileName() {
    return point + "-seed" + seed;
  }

  /**
   * A text that differs between runs that could differ in their result: SHA-256 of configuration,
   * seed, program version and data.
   */
  public String fingerprint() {
    var hasher =
        Hashing.sha256()
            .newHasher()
            .putString(chip.resolution().yaml(), StandardCharsets.UTF_8)
            .putString(workload.resolution().yaml(), StandardCharsets.UTF_8)
            .putString(Version.current(), StandardCharsets.UTF_8)
            .putLong(seed);
    DataSet samples = data;
    if (samples != null) {
      hasher.putString(DataSum.sha256(samples), StandardCharsets.UTF_8);
    }
    return hasher.hash().toString();
  }
}
