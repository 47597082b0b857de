package org.rpusim.workload.observation;

import com.google.common.collect.ImmutableList;

/**
 * What the components of a chip did in a part of a run.
 *
 * @param tracks the components, in the chip's order
 * @param operations operations of samples, in the order in which they became ready
 * @param works pieces of work, in the order in which they were known
 * @param truncated whether there was more than could be kept
 */
public record Timeline(
    ImmutableList<Track> tracks,
    ImmutableList<Operation> operations,
    ImmutableList<Work> works,
    boolean truncated) {
  /** Nothing was written down. */
  public static final Timeline EMPTY =
      new Timeline(ImmutableList.of(), ImmutableList.of(), ImmutableList.of(), false);

  /** No operation, no sample. */
  public static final int NONE = -1;

  /**
   * A component.
   *
   * @param name unique, for example {@code tile3.array}
   * @param kind what it is, for example {@code array}
   */
  public record Track(String name, String kind) {}

  /**
   * One operation of one sample.
   *
   * @param name for people
   * @param pass which run of a program it belongs to, from 0: each epoch's training and evaluation
   *     are passes of their own
   * @param sample number of the sample in its pass, from 0
   * @param readyPs when all that it waits for was complete, ps
   * @param donePs when it was complete, ps; −1 if that was not seen
   * @param cause index of the operation whose completion made it ready, or {@link #NONE}
   */
  public record Operation(
      String name, int pass, long sample, long readyPs, long donePs, int cause) {}

  /**
   * A piece of work.
   *
   * @param track index of the component
   * @param operation index of the operation
   */
  public record Work(int track, int operation, long startPs, long endPs) {}
}
