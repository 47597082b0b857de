package org.rpusim.chip.config;

import com.google.common.base.Ascii;

/** How firm a value is, in the words that are printed beside it. */
public enum Firmness {
  /** In the abstract, a figure caption or a claim of the papers' authors. */
  STATED,
  /** In another publication or program of the same group. */
  RESTATED,
  /** By arithmetic from other values. */
  DERIVED,
  /** Not seen in the source itself; consistent with it. */
  UNCONFIRMED,
  /** Ours, where no source says anything. */
  ASSUMPTION,
  /** Chosen by who wrote the file or the command. */
  GIVEN;

  /** The word as it is printed and written in files. */
  public String word() {
    return Ascii.toLowerCase(name());
  }
}
