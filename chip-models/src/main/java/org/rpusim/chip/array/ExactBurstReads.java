package org.rpusim.chip.array;

import org.rpusim.chip.math.BurstKernels;
import org.rpusim.chip.math.Kernels;

/** Several exact reads with the same weights; what converters would have driven is only counted. */
final class ExactBurstReads {
  private final int inputs;
  private final int outputs;
  private final int inputLevels;
  private final FullScale fullScale;
  private final BurstKernels kernels;
  private float[] driven = new float[0];
  private float[] scales = new float[0];

  ExactBurstReads(int inputs, int outputs, int inputLevels, FullScale fullScale, Kernels kernels) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.inputLevels = inputLevels;
    this.fullScale = fullScale;
    this.kernels = kernels.bursts();
  }

  /** Reads; the parameters are those of {@link BurstReads#read}. */
  void read(
      float[] matrix,
      int pitch,
      float[] x,
      int xLine,
      float[] y,
      int yLine,
      int stride,
      int count,
      BurstOutcome outcome) {
    outcome.start(count);
    if (scales.length < stride) {
      scales = new float[stride];
      driven = new float[inputs * stride];
    }
    boolean search = fullScale.isLargest();
    if (search) {
      kernels.absMax(x, xLine * stride, inputs, stride, scales);
    }
    for (int v = 0; v < stride; v++) {
      float largest = v >= count ? 0f : search ? scales[v] : fullScale.fixed();
      scales[v] = largest < Float.MIN_NORMAL ? 0f : 1f / largest;
    }
    outcome.inputOnSteps =
        kernels.convertInputs(x, xLine * stride, driven, inputs, stride, scales, inputLevels);
    // The product takes its lines from the start of an array.
    System.arraycopy(x, xLine * stride, driven, 0, inputs * stride);
    kernels.combine(matrix, pitch, inputs, driven, y, yLine * stride, outputs, stride);
  }
}
