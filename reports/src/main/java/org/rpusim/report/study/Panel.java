package org.rpusim.report.study;

import com.google.common.collect.ImmutableList;

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
}
