package org.rpusim.report.study;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.rpusim.chip.config.ConfigException;

/**
 * A study: which runs, what is looked at, and what publications say of it.
 *
 * @param name of the study
 * @param description one line for lists
 * @param source the publication
 * @param workload preset or file
 * @param chip preset or file
 * @param figure path of the figure in {@code metrics.json} that is compared, in % or nats
 * @param figures further figures that tables and charts show
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
    ImmutableList<FurtherFigure> figures,
    String baseline,
    Scale full,
    Scale quick,
    double runSeconds,
    double quickRunSeconds,
    ImmutableList<String> remarks,
    ImmutableList<Panel> panels) {

  /** Unit of the compared figure: nats where its path says so, else %. */
  public String unit() {
    return isInNats() ? "nats" : "%";
  }

  /** Whether every reference is of a figure of its own, with its own unit. */
  boolean hasOwnFigures() {
    List<Expectation> all =
        points().stream().flatMap(point -> point.expectations().stream()).toList();
    return !all.isEmpty() && all.stream().allMatch(expectation -> expectation.figure() != null);
  }

  /** What the column of measured values is called. */
  String errorWord() {
    return hasOwnFigures() ? "measured" : "error";
  }

  /** Whether the compared figure is a cross-entropy or a difference of two. */
  boolean isInNats() {
    return figure.endsWith("Nats");
  }

  /** What the compared figure is, for tables and charts. */
  String figureName() {
    if (!isInNats()) {
      return "test error";
    }
    return figure.endsWith("CrossEntropyNats") ? "test cross-entropy" : "test minus training";
  }

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

  /**
   * The study with some of its points: those named, those of panels named, and what they are
   * compared with.
   *
   * @param wanted names of panels and points
   * @throws ConfigException if there is no panel or point of a name
   */
  public Study only(List<String> wanted) {
    Set<String> kept = new HashSet<>();
    kept.add(baseline);
    for (String name : wanted) {
      List<String> named =
          panels.stream()
              .flatMap(panel ->
                  panel.points().stream()
                      .filter(point -> panel.name().equals(name) || point.name().equals(name)))
              .map(StudyPoint::name)
              .toList();
      if (named.isEmpty()) {
        throw new ConfigException(
            "--only " + name + " names no panel or point of " + this.name + ".",
            "Maybe one of " + String.join(", ", namesOfPanels()) + " is meant.");
      }
      kept.addAll(named);
    }
    List.copyOf(kept).stream()
        .filter(name -> !name.isEmpty())
        .flatMap(name -> point(name).expectations().stream())
        .map(Expectation::from)
        .filter(Objects::nonNull)
        .forEach(kept::add);
    return with(
        panels.stream()
            .map(panel -> panel.only(kept))
            .filter(panel -> !panel.points().isEmpty())
            .collect(ImmutableList.toImmutableList()));
  }

  private List<String> namesOfPanels() {
    return panels.stream()
        .map(panel -> panel.name().isEmpty() ? panel.points().getFirst().name() : panel.name())
        .toList();
  }

  private Study with(ImmutableList<Panel> others) {
    return new Study(
        name,
        description,
        source,
        workload,
        chip,
        figure,
        figures,
        baseline,
        full,
        quick,
        runSeconds,
        quickRunSeconds,
        remarks,
        others);
  }

  /** Expected wall time of all runs on so many threads, s. */
  public double expectedSeconds(Scale scale, boolean isQuick, int threads) {
    double effort = points().stream().mapToDouble(StudyPoint::effort).sum();
    return effort * scale.seeds() * (isQuick ? quickRunSeconds : runSeconds) / threads;
  }
}
