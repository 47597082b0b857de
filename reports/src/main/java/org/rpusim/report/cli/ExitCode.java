package org.rpusim.report.cli;

/** Exit codes of the program. */
final class ExitCode {
  static final int OK = 0;
  static final int DEFECT = 1;
  static final int WRONG_INPUT = 2;
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
