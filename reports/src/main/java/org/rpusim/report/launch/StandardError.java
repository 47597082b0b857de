package org.rpusim.report.launch;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;

/**
 * Standard error while the program starts. The launcher leads it through a filter, as Java warns of
 * the vector module at every start and no option silences that, and keeps the real one as a file
 * descriptor of its own.
 */
public final class StandardError {
  private static final String KEPT = "rpusim.stderr";
  private static final int STANDARD_ERROR = 2;

  private StandardError() {}

  /**
   * Puts the real standard error back in its place, if the launcher says that it kept it, so that
   * the program sees the terminal and writes to it directly. Where the system does not let it, the
   * filter stays, which passes everything on.
   *
   * @return whether the real standard error was put back
   */
  public static boolean restore() {
    Integer kept = Integer.getInteger(KEPT);
    return kept != null && duplicate(kept, STANDARD_ERROR);
  }

  @SuppressWarnings("restricted")
  private static boolean duplicate(int from, int to) {
    try {
      Linker linker = Linker.nativeLinker();
      var dup2 =
          linker.downcallHandle(
              linker.defaultLookup().findOrThrow("dup2"),
              FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
      return (int) dup2.invokeExact(from, to) == to;
    } catch (Throwable e) { // a method handle may throw anything, and the filter is good enough
      return false;
    }
  }
}
