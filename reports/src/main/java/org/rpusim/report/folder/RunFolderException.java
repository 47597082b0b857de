package org.rpusim.report.folder;

/** A run folder that cannot be made where it was asked for: wrong input, not a defect. */
public final class RunFolderException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final String advice;

  RunFolderException(String sentence, String advice) {
    super(sentence);
    this.advice = advice;
  }

  /** What to do about it: a sentence that begins with "Maybe". */
  public String advice() {
    return advice;
  }
}
