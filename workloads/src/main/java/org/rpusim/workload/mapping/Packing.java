package org.rpusim.workload.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rpusim.chip.spec.TileKind;
import org.rpusim.chip.spec.TileSpec.FullBuffer;
import org.rpusim.workload.network.MatrixLayer;

/**
 * Pieces on tiles of one kind. Pieces that share a tile lie on its diagonal: each has rows and
 * columns of its own, so that a read of one drives no line of another.
 */
final class Packing {
  /**
   * A tile with what lies on it.
   *
   * @param pieces in the order in which they were put there
   */
  record Bin(List<Placed> pieces) {
    Bin() {
      this(new ArrayList<>());
    }

    int firstOrder() {
      return pieces.stream().mapToInt(Placed::order).min().orElseThrow();
    }

    int rows() {
      return pieces.isEmpty()
          ? 0
          : pieces.getLast().row() + pieces.getLast().piece().physicalRows();
    }

    int columns() {
      return pieces.isEmpty() ? 0 : pieces.getLast().column() + pieces.getLast().piece().columns();
    }
  }

  /**
   * A piece on a tile.
   *
   * @param order number of the piece among all of the network
   * @param row first row line
   * @param column first column line
   */
  record Placed(Piece piece, int order, int row, int column) {}

  private final TileKind kind;
  private final List<Bin> bins = new ArrayList<>();

  /** Bins that have room for anything, in order. */
  private final List<Bin> open = new ArrayList<>();

  Packing(TileKind kind) {
    this.kind = kind;
  }

  /**
   * Tiles that blocks take at least, wherever they lie: they need all their rows and all their
   * columns.
   */
  static long least(long rows, long columns, TileKind kind) {
    return Math.max(
        Math.ceilDiv(rows, (long) kind.tile().rows()),
        Math.ceilDiv(columns, (long) kind.tile().columns()));
  }

  /** Tiles in use, in the order in which they were begun. */
  List<Bin> bins() {
    return bins;
  }

  /**
   * Puts pieces on tiles.
   *
   * @param together whether they share tiles: the largest first, each on the first tile with room;
   *     else each has a tile of its own
   */
  void addAll(List<Placed> pieces, boolean together) {
    if (!together) {
      pieces.forEach(piece -> alone(piece.piece(), piece.order()));
      return;
    }
    List<Placed> largestFirst = new ArrayList<>(pieces);
    largestFirst.sort(Comparator.comparingDouble(piece -> -size(piece.piece())));
    largestFirst.forEach(piece -> firstFit(piece.piece(), piece.order()));
    bins.sort(Comparator.comparingInt(Bin::firstOrder));
  }

  private void alone(Piece piece, int order) {
    Bin bin = new Bin();
    bin.pieces().add(new Placed(piece, order, 0, 0));
    bins.add(bin);
  }

  private void firstFit(Piece piece, int order) {
    for (int i = 0; i < open.size(); i++) {
      Bin bin = open.get(i);
      if (fits(piece, bin)) {
        bin.pieces().add(new Placed(piece, order, bin.rows(), bin.columns()));
        if (isFull(bin)) {
          open.remove(i);
        }
        return;
      }
    }
    alone(piece, order);
    if (!isFull(bins.getLast())) {
      open.add(bins.getLast());
    }
  }

  /**
   * The tile keeps a vector of each layer until its update, and copies of a matrix on one tile
   * would wait for one another.
   */
  private boolean fits(Piece piece, Bin bin) {
    return bin.rows() + piece.physicalRows() <= kind.tile().rows()
        && bin.columns() + piece.columns() <= kind.tile().columns()
        && bin.pieces().stream().allMatch(other -> areCompatible(piece.layer(), other.piece()));
  }

  private static boolean areCompatible(MatrixLayer layer, Piece other) {
    return !layer.equals(other.layer()) && layer.arrays().isBuiltAs(other.layer().arrays());
  }

  /** Layers that may share a tile: inputs that wait for room need some for each of them. */
  static int mostPieces(TileKind kind) {
    return kind.tile().fullBuffer() == FullBuffer.SPILL
        ? Integer.MAX_VALUE
        : kind.tile().inputBufferVectors();
  }

  private boolean isFull(Bin bin) {
    return bin.rows() == kind.tile().rows()
        || bin.columns() == kind.tile().columns()
        || bin.pieces().size() == mostPieces(kind);
  }

  /** Part of the side of a tile that a piece takes, rows or columns, whichever is more. */
  private double size(Piece piece) {
    return Math.max(
        (double) piece.physicalRows() / kind.tile().rows(),
        (double) piece.columns() / kind.tile().columns());
  }
}
