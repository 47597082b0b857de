package org.rpusim.report.sweep;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.report.point.DefaultChip;

/** A sweep while file and command line say what it is; what is said later wins. */
public final class SweepRequest {
  private static final int STANDARD_SAMPLES = 64;

  /** Whether the points are worked out by {@link TileSizing}. */
  boolean tileSizing;

  String name = "";
  String description = "";
  String workload = "";

  /** As it was given, or null. */
  @Nullable String chip;

  @Nullable Design design;
  int samples;
  long sampleSeed = 1;
  int seeds = 1;
  final Map<String, String> set = new LinkedHashMap<>();
  private final Map<String, Axis> axes = new LinkedHashMap<>();
  ImmutableList<ImmutableMap<String, String>> points = ImmutableList.of();
  ImmutableList<ImmutableMap<String, String>> hidden = ImmutableList.of();
  final List<Objective> objectives = new ArrayList<>();
  ImmutableList<String> remarks = ImmutableList.of();

  /** Names the workload, a preset or a file. */
  public void workload(String nameOrFile) {
    workload = nameOrFile;
  }

  /** Names the chip, a preset or a file. */
  public void chip(String nameOrFile) {
    chip = nameOrFile;
  }

  /** Chooses the design. */
  public void design(Design wanted) {
    design = wanted;
  }

  /** Sets the number of points of a design that draws them, 1 or more. */
  public void samples(int wanted) {
    samples = wanted;
  }

  /** Sets the seed of the draws. */
  public void sampleSeed(long wanted) {
    sampleSeed = wanted;
  }

  /** Sets the number of seeds, 1 or more. */
  public void seeds(int wanted) {
    seeds = wanted;
  }

  /** Sets a key for all points. */
  public void set(String key, String value) {
    set.put(key, value);
  }

  /** Varies a key, in place of what was said of the same one. */
  public void vary(Axis axis) {
    axes.put(axis.name(), axis);
  }

  /**
   * Varies keys as {@code --vary} says it: each once.
   *
   * @throws ConfigException if a text is not {@code KEY=VALUES}, or a key is named twice
   */
  public void varyAll(List<String> texts) {
    Set<String> seen = new HashSet<>();
    for (String text : texts) {
      Axis axis = ValuesReader.pair(text);
      if (!seen.add(axis.name())) {
        throw new ConfigException(
            "--vary names " + axis.name() + " twice.",
            "Maybe write its values behind one another.");
      }
      vary(axis);
    }
  }

  /** Looks for the best of these figures alone; none leaves what was said before. */
  public void objectives(List<String> texts) {
    if (!texts.isEmpty()) {
      objectives.clear();
      texts.forEach(text -> objectives.add(Objective.read(text)));
    }
  }

  /** The workload so far; empty if none was named. */
  public String workload() {
    return workload;
  }

  /** The chip so far: where none was named, the one for the workload. */
  public String chip() {
    if (chip != null) {
      return chip;
    }
    return workload.isEmpty() ? DefaultChip.NAME : DefaultChip.of(workload);
  }

  /** Keys varied so far, by their names. */
  Map<String, Axis> axes() {
    return axes;
  }

  /**
   * The sweep.
   *
   * @throws ConfigException if something is missing or does not go together
   */
  public Sweep sweep() {
    if (workload.isEmpty()) {
      throw new ConfigException(
          "A sweep needs a workload.", "Maybe --workload mlp-digits is meant.");
    }
    if (axes.isEmpty() && points.isEmpty()) {
      throw new ConfigException(
          "A sweep needs a key that is varied.", "Maybe --vary adc.bits=6..10 is meant.");
    }
    Design chosen = design == null ? (points.isEmpty() ? Design.GRID : Design.LIST) : design;
    boolean list = chosen == Design.LIST;
    boolean drawn = !list && chosen != Design.GRID;
    refuseBoth(list, drawn);
    refuseTwice();
    checkList();
    return new Sweep(
        name.isEmpty() ? "sweep of " + workload : name,
        description,
        workload,
        chip(),
        chosen,
        drawn ? (samples == 0 ? STANDARD_SAMPLES : samples) : 0,
        sampleSeed,
        seeds,
        ImmutableMap.copyOf(set),
        ImmutableList.copyOf(axes.values()),
        points,
        hidden,
        ImmutableList.copyOf(objectives),
        remarks);
  }

  private void refuseBoth(boolean list, boolean drawn) {
    if (list ? !axes.isEmpty() : !points.isEmpty()) {
      throw new ConfigException(
          "A sweep has either a list of points or keys that are varied, and this has both or the"
              + " wrong one for its design.",
          "Maybe leave out --vary, or the list and its design.");
    }
    if (samples > 0 && !drawn) {
      throw new ConfigException(
          "The number of points is " + samples + ", but a grid or list has the points it has.",
          "Maybe --design sobol is missing.");
    }
    if (design == Design.SOBOL && axes.size() > Coordinates.MOST_SOBOL) {
      throw new ConfigException(
          "A Sobol sweep varies at most 1000 keys, and this one " + axes.size() + ".",
          "Maybe --design latin-hypercube is meant.");
    }
  }

  private void refuseTwice() {
    Set<String> seen = new HashSet<>();
    for (Axis axis : axes.values()) {
      for (String key : axis.keys()) {
        if (!seen.add(key)) {
          throw new ConfigException(key + " is varied twice.", "Maybe delete one of the two.");
        }
        if (set.containsKey(key)) {
          throw new ConfigException(
              key + " is varied, and is set to " + set.get(key) + " for all points.",
              "Maybe delete one of the two.");
        }
      }
    }
  }

  private void checkList() {
    Set<ImmutableMap<String, String>> seen = new HashSet<>();
    for (ImmutableMap<String, String> point : points) {
      if (!point.keySet().equals(points.getFirst().keySet())) {
        throw new ConfigException(
            "Every point of a list needs the same keys; one has "
                + String.join(", ", point.keySet())
                + ", the first "
                + String.join(", ", points.getFirst().keySet())
                + ".",
            "Maybe write the key with its usual value where it is missing.");
      }
      if (!seen.add(point)) {
        throw new ConfigException(
            "The list of points has the same point twice: " + point + ".", "Maybe delete one.");
      }
    }
    if (!hidden.isEmpty() && hidden.size() != points.size()) {
      throw new ConfigException(
          "hidden needs an entry for each of the points, or none.", "Maybe delete it.");
    }
  }
}
