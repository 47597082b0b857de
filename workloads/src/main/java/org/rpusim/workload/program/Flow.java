package org.rpusim.workload.program;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/** What a layer gives: at once, or band by band. */
final class Flow {
  private final ImmutableList<Part> parts;
  private List<Slice> slices;

  /**
   * A band with where its numbers are.
   *
   * @param slices ranges of channels; {@code first} and {@code count} count the band's numbers of
   *     all channels, the same channels and tiles in the same order in every band
   * @param area numbers of a channel in the band
   */
  record Part(Band band, int area, ImmutableList<Slice> slices) {}

  private Flow(ImmutableList<Part> parts, List<Slice> slices) {
    this.parts = parts;
    this.slices = slices;
  }

  static Flow whole(List<Slice> slices) {
    return new Flow(ImmutableList.of(), slices);
  }

  static Flow banded(List<Part> parts) {
    return new Flow(ImmutableList.copyOf(parts), ImmutableList.of());
  }

  boolean isBanded() {
    return !parts.isEmpty();
  }

  /** The bands, from top to bottom. */
  ImmutableList<Part> parts() {
    return parts;
  }

  /**
   * Everything, when all bands are there.
   *
   * @param area numbers of a channel
   */
  List<Slice> together(String name, int area, DigitalCompiler digital) {
    if (!slices.isEmpty() || parts.isEmpty()) {
      return slices;
    }
    List<Slice> joined = new ArrayList<>();
    for (int i = 0; i < parts.getFirst().slices().size(); i++) {
      Slice first = parts.getFirst().slices().get(i);
      List<Integer> all = new ArrayList<>();
      for (Part part : parts) {
        all.add(part.slices().get(i).operation());
      }
      int channel = first.first() / parts.getFirst().area();
      int channels = first.count() / parts.getFirst().area();
      int operation = digital.add(name + " together", first.tile(), 0, Meaning.MOVES, all);
      joined.add(new Slice(channel * area, channels * area, first.tile(), operation));
    }
    slices = joined;
    return slices;
  }
}
