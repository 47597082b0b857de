package org.rpusim.workload.spec;

import org.rpusim.workload.network.Network;

/**
 * The schedule of a network without its numbers: what the chip would do for the samples, with
 * expected activity.
 *
 * @param network its input is as large as a sample
 * @param cycle what is done with a sample
 * @param epochs stretches of samples, the chip being idle between them
 * @param samples samples of an epoch, 1 or more
 * @param batch samples whose gradients are computed with the same weights, 1 or more
 * @param inFlight batches that are under way together, 1 or more; 1 is strict SGD
 * @param streaming whether rows of a convolution's output go on to the next layer as soon as they
 *     are there
 * @param expected activity
 */
public record TimingSpec(
    String name,
    String description,
    Network network,
    Cycle cycle,
    int epochs,
    int samples,
    int batch,
    int inFlight,
    boolean streaming,
    ExpectedSpec expected)
    implements WorkloadSpec {

  /** What is done with a sample. */
  public enum Cycle {
    /** Forward, backward and update. */
    TRAINING,
    /** Forward alone, up to the comparison with the label. */
    INFERENCE
  }
}
