package org.rpusim.chip.math;

/** Finds out whether vector kernels can run and pay, without touching their classes where not. */
final class KernelChoice {
  /** Work that compiled vector kernels do in less is done sooner in scalar ones, s; measured. */
  static final double SECONDS_TO_PAY = 1;

  private static final String MODULE = "jdk.incubator.vector";

  private KernelChoice() {}

  /** Why vector kernels cannot run here; empty if they can. */
  static String obstacle() {
    if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
      return "the module " + MODULE + " is missing; start Java with --add-modules " + MODULE + ".";
    }
    int lanes = VectorKernels.lanes();
    return lanes == 8 || lanes == 16
        ? ""
        : "the processor has " + lanes + " lanes of 32 bits; 8 or 16 are needed.";
  }

  static Kernels vector() {
    return new VectorKernels();
  }
}
