package org.rpusim.workload.network;

/**
 * How the matrices of a network are to be placed on a chip.
 *
 * @param objective what the mapper tries to reach
 * @param tileChoice which kind of tile a layer gets that names none
 * @param replicaUpdates what becomes of the copies of a matrix
 * @param averageEvery samples between two averages of copies; 0 is written {@code never}
 */
public record MappingOptions(
    Objective objective, TileChoice tileChoice, ReplicaUpdates replicaUpdates, int averageEvery) {
  /** One block a tile in the order of the layers, uncut where possible, copies in step. */
  public static final MappingOptions DEFAULT =
      new MappingOptions(Objective.IN_ORDER, TileChoice.WHOLE, ReplicaUpdates.IN_STEP, 1);

  /** What the mapper tries to reach. */
  public enum Objective {
    /** One block a tile, tile after tile in the order of the layers. */
    IN_ORDER,
    /** Several blocks in a tile where their rows and columns do not collide. */
    FEWEST_TILES,
    /** One block a tile; the sum of traffic times distance on the floor plan is small. */
    SHORTEST_PATH,
    /** One block a tile; no link between neighbouring tiles carries much more than the others. */
    BALANCED_LINKS
  }

  /** Which kind of tile a layer gets that names none. */
  public enum TileChoice {
    /** The smallest that holds its matrix uncut, else the largest. */
    WHOLE,
    /** The one on which its reads take the least time, whatever the cuts. */
    FASTEST
  }

  /** What becomes of the copies of a matrix. */
  public enum ReplicaUpdates {
    /** Every copy is updated with all vectors. */
    IN_STEP,
    /** Every copy is updated with the vectors it has read; now and then all take their mean. */
    AVERAGED
  }
}
