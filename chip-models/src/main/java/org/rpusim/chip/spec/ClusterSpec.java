package org.rpusim.chip.spec;

/**
 * How equal chips are joined to a cluster: in a row, several on a board, each with links in both
 * directions to the chips before and behind it.
 *
 * @param chips chips of the cluster; 1 is a chip by itself
 * @param chipsPerBoard chips on a board, in the order of their numbers
 * @param chipsPerLayer chips that hold each layer together, a part of its matrix each; 1 where a
 *     layer lies on one chip
 * @param samplesInChip most samples that are under way in a chip together
 * @param chipLink between chips of a board
 * @param boardLink between the last chip of a board and the first of the next
 * @param boardWatts power that a board draws always, besides its chips, W
 */
public record ClusterSpec(
    int chips,
    int chipsPerBoard,
    int chipsPerLayer,
    int samplesInChip,
    LinkSpec chipLink,
    LinkSpec boardLink,
    double boardWatts) {

  /**
   * A link between two chips, in one direction.
   *
   * @param bytesPerSecond bandwidth, B/s
   * @param latencyPs time of a bit from one chip to the other, ps
   * @param bitJoules energy of one bit, J
   */
  public record LinkSpec(double bytesPerSecond, long latencyPs, double bitJoules) {}

  /** A chip by itself. */
  public static final ClusterSpec ONE_CHIP =
      new ClusterSpec(1, 1, 1, 1, new LinkSpec(1, 0, 0), new LinkSpec(1, 0, 0), 0);

  /** The link between a chip and the next one, by the number of the first. */
  public LinkSpec linkBehind(int chip) {
    return (chip + 1) % chipsPerBoard == 0 ? boardLink : chipLink;
  }

  /** Boards that the chips lie on. */
  public int boards() {
    return Math.ceilDiv(chips, chipsPerBoard);
  }
}
