package org.rpusim.workload.recurrent.training;

import com.google.common.collect.ImmutableList;
import org.rpusim.chip.array.CrossbarArray;
import org.rpusim.chip.array.ReadOutcome;
import org.rpusim.chip.array.UpdateOutcome;
import org.rpusim.workload.mapping.Block;
import org.rpusim.workload.mapping.MappedLayer;

/** A read or an update of one block of a matrix at one time step of a sequence. */
final class BlockNumbers {
  private final int matrix;
  private final Block block;
  private final CrossbarArray array;
  private final int position;
  private final boolean forward;
  private final boolean wholeRows;
  private final boolean wholeColumns;
  private final int element;
  private final int elements;
  private final long firstCycle;

  /**
   * @param elements time steps of all sequences of a batch: cycle numbers of a batch
   */
  BlockNumbers(
      MappedLayer mapped,
      Block block,
      boolean forward,
      ImmutableList<CrossbarArray> arrays,
      int element,
      int elements,
      long firstCycle) {
    this.matrix = mapped.index();
    this.block = block;
    this.forward = forward;
    this.array = arrays.get(block.array());
    this.position = mapped.position(block.blockRow(), block.blockColumn());
    this.wholeRows = mapped.blockColumns() == 1;
    this.wholeColumns = mapped.blockRows() == 1;
    this.element = element;
    this.elements = elements;
    this.firstCycle = firstCycle;
  }

  private long cycle(SequenceNumbers n) {
    return firstCycle + n.number * elements + element;
  }

  void read(SequenceNumbers n, int attempt, ReadOutcome outcome) {
    StageNumbers of = n.matrices.get(matrix);
    long cycle = cycle(n);
    if (forward) {
      float[] y = wholeRows ? of.results[element] : of.partialResults[element][position];
      int at = wholeRows ? block.firstRow() : 0;
      array.readForward(of.inputs[element], block.firstColumn(), y, at, cycle, attempt, outcome);
    } else {
      float[] y = wholeColumns ? of.gradients[element] : of.partialGradients[element][position];
      int at = wholeColumns ? block.firstColumn() : 0;
      array.readBackward(of.deltas[element], block.firstRow(), y, at, cycle, attempt, outcome);
    }
  }

  void update(SequenceNumbers n, float learningRate, UpdateOutcome outcome) {
    StageNumbers of = n.matrices.get(matrix);
    array.update(
        of.inputs[element],
        block.firstColumn(),
        of.deltas[element],
        block.firstRow(),
        learningRate,
        cycle(n),
        outcome);
  }

  /** Adds the partial results of a row of blocks, from left to right. */
  static void addForward(MappedLayer mapped, SequenceNumbers n, int element, int blockRow) {
    StageNumbers of = n.matrices.get(mapped.index());
    Block first = mapped.block(blockRow, 0);
    for (int column = 0; column < mapped.blockColumns(); column++) {
      float[] part = of.partialResults[element][mapped.position(blockRow, column)];
      add(part, of.results[element], first.firstRow(), first.rows(), column == 0);
    }
  }

  /** Adds the partial gradients of a column of blocks, from top to bottom. */
  static void addBackward(MappedLayer mapped, SequenceNumbers n, int element, int blockColumn) {
    StageNumbers of = n.matrices.get(mapped.index());
    Block first = mapped.block(0, blockColumn);
    for (int row = 0; row < mapped.blockRows(); row++) {
      float[] part = of.partialGradients[element][mapped.position(row, blockColumn)];
      add(part, of.gradients[element], first.firstColumn(), first.columns(), row == 0);
    }
  }

  private static void add(float[] part, float[] sum, int at, int count, boolean first) {
    for (int i = 0; i < count; i++) {
      sum[at + i] = first ? part[i] : sum[at + i] + part[i];
    }
  }
}
