package org.rpusim.workload.training;

import com.google.common.collect.ImmutableList;
import org.rpusim.chip.array.BurstOutcome;
import org.rpusim.chip.array.CrossbarArray;
import org.rpusim.chip.array.ReadOutcome;
import org.rpusim.chip.array.UpdateOutcome;
import org.rpusim.chip.math.Kernels;
import org.rpusim.workload.mapping.Block;
import org.rpusim.workload.mapping.MappedLayer;
import org.rpusim.workload.network.ConvolutionLayer;
import org.rpusim.workload.program.Band;

/** Reads and updates of one layer with a matrix, and the sums of its partial results. */
final class MatrixNumbers {
  private final MappedLayer mapped;
  private final ImmutableList<CrossbarArray> arrays;
  private final int index;
  private final int vectors;
  private final int stride;
  private final long firstCycle;
  private final boolean convolves;
  private final Patches[] patches;

  /**
   * @param arrays of all blocks, by their numbers
   * @param firstCycle offset of cycle numbers
   */
  MatrixNumbers(
      MappedLayer mapped, ImmutableList<CrossbarArray> arrays, Kernels kernels, long firstCycle) {
    this.mapped = mapped;
    this.arrays = arrays;
    this.firstCycle = firstCycle;
    this.index = mapped.index();
    this.vectors = mapped.layer().vectors();
    this.stride = SampleNumbers.stride(mapped.layer());
    this.convolves = mapped.layer() instanceof ConvolutionLayer;
    this.patches =
        mapped.layer() instanceof ConvolutionLayer layer
            ? new Patches[] {new Patches(layer, stride, kernels)}
            : new Patches[0];
  }

  /** The numbers of a block. */
  BlockNumbers of(Block block, int maxRetries) {
    OfBlock whole = new OfBlock(block, maxRetries);
    return mapped.copies() == 1
        ? whole
        : new CopyNumbers(mapped, block, arrays.get(block.array()), firstCycle, maxRetries, whole);
  }

  /** Whether a forward pass is read band by band, so that no read takes the patches of all. */
  private boolean banded;

  /** The reads of a block with a band's vectors. */
  BandNumbers ofBand(Block block, Band band, int maxRetries) {
    banded = true;
    return new BandNumbers(
        mapped,
        (ConvolutionLayer) mapped.layer(),
        block,
        band,
        arrays.get(block.array()),
        patches[0],
        maxRetries);
  }

  /** One block's reads and updates. */
  final class OfBlock implements BlockNumbers {
    private final Block block;
    private final CrossbarArray array;
    private final int position;
    private final boolean wholeRows;
    private final boolean wholeColumns;
    private final int maxRetries;

    /**
     * @param maxRetries most retries of a vector of a burst
     */
    OfBlock(Block block, int maxRetries) {
      this.block = block;
      this.maxRetries = maxRetries;
      array = arrays.get(block.array());
      position = mapped.blocks().indexOf(block);
      wholeRows = mapped.blockColumns() == 1;
      wholeColumns = mapped.blockRows() == 1;
    }

    private float[] results(SampleNumbers n) {
      return wholeRows ? n.results[index] : n.partialResults[index][position];
    }

    private float[] gradients(SampleNumbers n) {
      return wholeColumns ? n.patchGradients[index] : n.partialGradients[index][position];
    }

    @Override
    public void readForward(SampleNumbers n, int attempt, ReadOutcome outcome) {
      array.readForward(
          inputs(n),
          block.firstColumn(),
          results(n),
          wholeRows ? block.firstRow() : 0,
          cycle(n),
          attempt,
          outcome);
    }

    @Override
    public void readForwardBurst(SampleNumbers n, BurstOutcome outcome) {
      array.readForwardBurst(
          inputs(n),
          block.firstColumn(),
          results(n),
          wholeRows ? block.firstRow() : 0,
          stride,
          vectors,
          cycle(n),
          maxRetries,
          outcome);
    }

    /** A convolution's patches are taken from its input when they are first needed. */
    float[] inputs(SampleNumbers n) {
      float[] input = n.outputOf(mapped.layer().source());
      if (!convolves) {
        return input;
      }
      int end = Math.min(block.firstColumn() + block.columns(), mapped.layer().fanIn());
      patches[0].take(input, n.patches[index], block.firstColumn(), end);
      return n.patches[index];
    }

    @Override
    public void readBackward(SampleNumbers n, int attempt, ReadOutcome outcome) {
      array.readBackward(
          n.deltas[index],
          block.firstRow(),
          gradients(n),
          wholeColumns ? block.firstColumn() : 0,
          cycle(n),
          attempt,
          outcome);
    }

    @Override
    public void readBackwardBurst(SampleNumbers n, BurstOutcome outcome) {
      laySideBySide(n);
      array.readBackwardBurst(
          n.sideBySide[index],
          block.firstRow(),
          gradients(n),
          wholeColumns ? block.firstColumn() : 0,
          stride,
          vectors,
          cycle(n),
          maxRetries,
          outcome);
    }

    void laySideBySide(SampleNumbers n) {
      if (stride != vectors && stride != 1) {
        for (int row = block.firstRow(); row < block.firstRow() + block.rows(); row++) {
          System.arraycopy(
              n.deltas[index], row * vectors, n.sideBySide[index], row * stride, vectors);
        }
      }
    }

    @Override
    public void update(SampleNumbers n, float learningRate, UpdateOutcome outcome) {
      if (stride == 1) {
        float[] x = convolves ? n.patches[index] : n.outputOf(mapped.layer().source());
        array.update(
            x,
            block.firstColumn(),
            n.deltas[index],
            block.firstRow(),
            learningRate,
            cycle(n),
            outcome);
        return;
      }
      if (banded) {
        inputs(n);
      }
      laySideBySide(n);
      array.updateBurst(
          n.patches[index],
          block.firstColumn(),
          n.sideBySide[index],
          block.firstRow(),
          stride,
          vectors,
          learningRate,
          cycle(n),
          outcome);
    }
  }

  /** Number of the first cycle of a sample on an array: each vector has one of its own. */
  long cycle(SampleNumbers n) {
    return firstCycle + n.sample * vectors;
  }

  void addForward(SampleNumbers n, int blockRow) {
    if (mapped.copies() > 1) {
      CopyNumbers.addForward(mapped, n, blockRow);
      return;
    }
    Block first = mapped.block(blockRow, 0);
    int columns = mapped.blockColumns();
    addParts(
        n.partialResults[index],
        blockRow * columns,
        1,
        columns,
        n.results[index],
        first.firstRow() * stride,
        first.rows() * stride);
  }

  /** A band of the results of a row of blocks. */
  void addForwardBand(SampleNumbers n, int blockRow, Band band) {
    int columns = mapped.blockColumns();
    Block first = mapped.block(blockRow, 0);
    int width = mapped.layer().output().width();
    for (int row = 0; row < first.rows(); row++) {
      int from = row * stride + band.firstRow() * width;
      int to = first.firstRow() * stride + from;
      for (int v = 0; v < band.rows() * width; v++) {
        float sum = n.partialResults[index][blockRow * columns][from + v];
        for (int part = 1; part < columns; part++) {
          sum += n.partialResults[index][blockRow * columns + part][from + v];
        }
        n.results[index][to + v] = sum;
      }
    }
  }

  /** Brings a band of some channels to where the activation is applied. */
  void moveBand(SampleNumbers n, int firstChannel, int channels, Band band) {
    int width = mapped.layer().output().width();
    int first = band.firstRow() * width;
    for (int channel = firstChannel; channel < firstChannel + channels; channel++) {
      System.arraycopy(
          n.results[index],
          channel * stride + first,
          n.outputs[index],
          channel * vectors + first,
          band.rows() * width);
    }
  }

  void addBackward(SampleNumbers n, int blockColumn) {
    if (mapped.copies() > 1) {
      CopyNumbers.addBackward(mapped, n, blockColumn);
      return;
    }
    Block first = mapped.block(0, blockColumn);
    addParts(
        n.partialGradients[index],
        blockColumn,
        mapped.blockColumns(),
        mapped.blockRows(),
        n.patchGradients[index],
        first.firstColumn() * stride,
        first.columns() * stride);
  }

  /** Sums in the order of the tiles, whatever the order in which the parts arrived. */
  private static void addParts(
      float[][] parts, int first, int step, int count, float[] sum, int offset, int length) {
    System.arraycopy(parts[first], 0, sum, offset, length);
    for (int part = 1; part < count; part++) {
      float[] addend = parts[first + part * step];
      for (int i = 0; i < length; i++) {
        sum[offset + i] += addend[i];
      }
    }
  }

  /** Gradients of patches become those of the input. */
  void fold(SampleNumbers n) {
    patches[0].add(n.patchGradients[index], mapped.layer().fanIn(), n.inputGradients[index]);
  }

  /** Brings part of the results to where the activation is applied, without gaps. */
  void moveResults(SampleNumbers n, int first, int count) {
    float[] results = n.results[index];
    if (stride == vectors) {
      System.arraycopy(results, first, n.outputs[index], first, count);
      return;
    }
    for (int row = first / vectors; row < (first + count) / vectors; row++) {
      System.arraycopy(results, row * stride, n.outputs[index], row * vectors, vectors);
    }
  }
}
