package org.rpusim.report.study;

import com.google.common.collect.ImmutableList;
import java.util.Set;

/**
 * Points of a study that are drawn and compared together.
 *
 * @param name short, such as {@code A}; may be empty
 * @param title what differs between its points
 * @param ordered whether the points are listed from the worst to the best
 * @param points in the order of tables and charts
 */
public record Panel(String name, String title, boolean ordered, ImmutableList<StudyPoint> points) {
  /** Name and title. */
  public String heading() {
    return name.isEmpty() ? title : name + "  " + title;
  }

  /** The panel with some of its points. */
  Panel only(Set<String> kept) {
    return new Panel(
        name,
        title,
        ordered,
        points.stream()
            .filter(point -> kept.contains(point.name()))
            .collect(ImmutableList.toImmutableList()));
  }
}
