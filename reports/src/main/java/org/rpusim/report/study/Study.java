package org.rpusim.report.study;

import com.google.common.collect.ImmutableList;
import java.util.NoSuchElementException;

/**
 * A study: which runs, what is looked at, and what publications say of it.
 *
 * @param name of the study
 * @param description one line for lists
 * @param source the publication
 * @param workload preset or file
 * @param chip preset or file
 * @param figure path of the figure in {@code metrics.json} that is compared, in %
 * @param baseline name of the point whose curve every panel shows; empty for none
 * @param full scale of the publication
 * @param quick scale that shows the ordering in minutes
 * @param runSeconds seconds that one run at full scale takes on one core, for {@code list}
 * @param quickRunSeconds the same at quick scale
 * @param remarks what a reader must know of the study's assumptions
 * @param panels in the order of tables and charts
 */
public record Study(
    String name,
    String description,
    String source,
    String workload,
    String chip,
    String figure,
    String baseline,
    Scale full,
    Scale quick,
    double runSeconds,
    double quickRunSeconds,
    ImmutableList<String> remarks,
    ImmutableList<Panel> panels) {

  /** All points, panel by panel. */
  public ImmutableList<StudyPoint> points() {
    return panels.stream()
        .flatMap(panel -> panel.points().stream())
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * A point by its name.
   *
   * @throws NoSuchElementException if there is none
   */
  public StudyPoint point(String wanted) {
    return points().stream()
        .filter(point -> point.name().equals(wanted))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no point " + wanted));
  }

  /** Expected wall time of all runs on so many threads, s. */
  public double expectedSeconds(Scale scale, boolean isQuick, int threads) {
    double effort = points().stream().mapToDouble(StudyPoint::effort).sum();
    return effort * scale.seeds() * (isQuick ? quickRunSeconds : runSeconds) / threads;
  }
}
