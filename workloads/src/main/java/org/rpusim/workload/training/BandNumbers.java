package org.rpusim.workload.training;

import java.util.Arrays;
import org.rpusim.chip.array.BurstOutcome;
import org.rpusim.chip.array.CrossbarArray;
import org.rpusim.chip.math.Kernels;
import org.rpusim.workload.mapping.Block;
import org.rpusim.workload.mapping.MappedLayer;
import org.rpusim.workload.network.ConvolutionLayer;
import org.rpusim.workload.program.Band;

/**
 * The forward reads of one block with the vectors of one band of a convolution's output: bit for
 * bit what the same vectors give in a burst of all.
 */
final class BandNumbers {
  private final MappedLayer mapped;
  private final Block block;
  private final Band band;
  private final CrossbarArray array;
  private final Patches patches;
  private final int maxRetries;
  private final int position;
  private final int width;
  private final int vectors;
  private final int stride;
  private final int strideOfAll;
  private final int endLine;

  /** The band's patches, with the constant 1 of a bias, and its results; no sample's own. */
  private final float[] x;

  private final float[] y;

  BandNumbers(
      MappedLayer mapped,
      ConvolutionLayer layer,
      Block block,
      Band band,
      CrossbarArray array,
      Patches patches,
      int maxRetries) {
    this.mapped = mapped;
    this.block = block;
    this.band = band;
    this.array = array;
    this.patches = patches;
    this.maxRetries = maxRetries;
    this.position = mapped.blocks().indexOf(block);
    this.width = layer.output().width();
    this.vectors = band.rows() * width;
    this.stride = Kernels.padded(vectors);
    this.strideOfAll = SampleNumbers.stride(layer);
    this.endLine = Math.min(block.firstColumn() + block.columns(), layer.fanIn());
    this.x = new float[block.columns() * stride];
    this.y = new float[block.rows() * stride];
    for (int line = endLine - block.firstColumn(); line < block.columns(); line++) {
      Arrays.fill(x, line * stride, line * stride + vectors, 1f);
    }
  }

  /**
   * Reads.
   *
   * @param firstCycle number of the cycle of the layer's first vector
   */
  void read(SampleNumbers n, long firstCycle, BurstOutcome outcome) {
    int index = mapped.index();
    float[] input = n.outputOf(mapped.layer().source());
    patches.takeRows(input, x, stride, block.firstColumn(), endLine, band);
    long cycle = firstCycle + (long) band.firstRow() * width;
    array.readForwardBurst(x, 0, y, 0, stride, vectors, cycle, maxRetries, outcome);
    boolean wholeRows = mapped.blockColumns() == 1;
    float[] results = wholeRows ? n.results[index] : n.partialResults[index][position];
    int firstRow = wholeRows ? block.firstRow() : 0;
    for (int row = 0; row < block.rows(); row++) {
      int at = (firstRow + row) * strideOfAll + band.firstRow() * width;
      System.arraycopy(y, row * stride, results, at, vectors);
    }
  }
}
