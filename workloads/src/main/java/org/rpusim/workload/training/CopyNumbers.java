package org.rpusim.workload.training;

import org.rpusim.chip.array.BurstOutcome;
import org.rpusim.chip.array.CrossbarArray;
import org.rpusim.chip.array.ReadOutcome;
import org.rpusim.chip.array.UpdateOutcome;
import org.rpusim.chip.math.Kernels;
import org.rpusim.workload.mapping.Block;
import org.rpusim.workload.mapping.MappedLayer;

/**
 * The reads and updates of one block of a copy: its share of a layer's vectors is taken from those
 * of the layer, side by side and padded with zeros, and its results are put back among theirs.
 */
final class CopyNumbers implements BlockNumbers {
  private final Block block;
  private final CrossbarArray array;
  private final long firstCycle;
  private final int maxRetries;
  private final MatrixNumbers.OfBlock whole;
  private final int index;
  private final int position;
  private final int layerVectors;
  private final int layerStride;
  private final int vectors;
  private final int stride;
  private final float[] x;
  private final float[] delta;

  CopyNumbers(
      MappedLayer mapped,
      Block block,
      CrossbarArray array,
      long firstCycle,
      int maxRetries,
      MatrixNumbers.OfBlock whole) {
    this.block = block;
    this.array = array;
    this.firstCycle = firstCycle;
    this.maxRetries = maxRetries;
    this.whole = whole;
    this.index = mapped.index();
    this.position = mapped.blocks().indexOf(block);
    this.layerVectors = mapped.layer().vectors();
    this.layerStride = SampleNumbers.stride(mapped.layer());
    this.vectors = block.share().vectors();
    this.stride = stride(block);
    this.x = new float[block.columns() * stride];
    this.delta = new float[block.rows() * stride];
  }

  /** Distance of lines in what a copy reads and gives. */
  static int stride(Block block) {
    int vectors = block.share().vectors();
    return vectors == 1 ? 1 : Kernels.padded(vectors);
  }

  private float[] x(SampleNumbers n) {
    take(whole.inputs(n), block.firstColumn(), x);
    return x;
  }

  private float[] delta(SampleNumbers n) {
    whole.laySideBySide(n);
    take(n.sideBySide[index], block.firstRow(), delta);
    return delta;
  }

  private void take(float[] from, int firstLine, float[] to) {
    int first = firstLine * layerStride + block.share().firstVector();
    for (int line = 0; line < to.length / stride; line++) {
      System.arraycopy(from, first + line * layerStride, to, line * stride, vectors);
    }
  }

  private long cycle(SampleNumbers n) {
    return firstCycle + n.sample * layerVectors;
  }

  @Override
  public void readForward(SampleNumbers n, int attempt, ReadOutcome outcome) {
    array.readForward(x(n), 0, n.partialResults[index][position], 0, cycle(n), attempt, outcome);
  }

  @Override
  public void readForwardBurst(SampleNumbers n, BurstOutcome outcome) {
    array.readForwardBurst(
        x(n),
        0,
        n.partialResults[index][position],
        0,
        stride,
        vectors,
        cycle(n),
        maxRetries,
        outcome);
  }

  @Override
  public void readBackward(SampleNumbers n, int attempt, ReadOutcome outcome) {
    array.readBackward(
        delta(n), 0, n.partialGradients[index][position], 0, cycle(n), attempt, outcome);
  }

  @Override
  public void readBackwardBurst(SampleNumbers n, BurstOutcome outcome) {
    array.readBackwardBurst(
        delta(n),
        0,
        n.partialGradients[index][position],
        0,
        stride,
        vectors,
        cycle(n),
        maxRetries,
        outcome);
  }

  /** With all vectors, or with those that it has read. */
  @Override
  public void update(SampleNumbers n, float learningRate, UpdateOutcome outcome) {
    if (block.share().updates() == layerVectors) {
      whole.update(n, learningRate, outcome);
      return;
    }
    // The patches of this sample lie where its forward read has put them.
    take(n.patches[index], block.firstColumn(), x);
    if (vectors == 1) {
      array.update(x, 0, delta(n), 0, learningRate, cycle(n), outcome);
    } else {
      array.updateBurst(x, 0, delta(n), 0, stride, vectors, learningRate, cycle(n), outcome);
    }
  }

  /** The results of a row of blocks: parts of a copy are added, copies stand side by side. */
  static void addForward(MappedLayer mapped, SampleNumbers n, int blockRow) {
    int index = mapped.index();
    int layerStride = SampleNumbers.stride(mapped.layer());
    for (int i = 0; i < mapped.blocks().size(); i++) {
      Block block = mapped.blocks().get(i);
      if (block.blockRow() == blockRow) {
        int first = block.firstRow() * layerStride + block.share().firstVector();
        boolean adds = block.blockColumn() > 0;
        put(n.partialResults[index][i], block, n.results[index], first, layerStride, adds);
      }
    }
  }

  /** The gradients of a column of blocks. */
  static void addBackward(MappedLayer mapped, SampleNumbers n, int blockColumn) {
    int index = mapped.index();
    int layerStride = SampleNumbers.stride(mapped.layer());
    for (int i = 0; i < mapped.blocks().size(); i++) {
      Block block = mapped.blocks().get(i);
      if (block.blockColumn() == blockColumn) {
        int first = block.firstColumn() * layerStride + block.share().firstVector();
        boolean adds = block.blockRow() > 0;
        put(n.partialGradients[index][i], block, n.patchGradients[index], first, layerStride, adds);
      }
    }
  }

  private static void put(
      float[] part, Block block, float[] all, int first, int layerStride, boolean adds) {
    int stride = stride(block);
    int vectors = block.share().vectors();
    for (int line = 0; line < part.length / stride; line++) {
      int to = first + line * layerStride;
      for (int v = 0; v < vectors; v++) {
        float number = part[line * stride + v];
        all[to + v] = adds ? all[to + v] + number : number;
      }
    }
  }
}
