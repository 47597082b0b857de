package org.rpusim.report.reproduction;

import com.google.common.collect.ImmutableList;

/** How a report of studies is to be read. */
final class Legend {
  static final ImmutableList<String> SENTENCES =
      ImmutableList.of(
          "Measured: mean over the seeds ± half its 95 % confidence interval by Student's t; one"
              + " seed has no interval.",
          "Firmness says how firm the published value is: stated in the paper's abstract, figures"
              + " or claims; restated in another publication or program; derived by arithmetic;"
              + " unconfirmed, consistent but not seen in the source. A weak reference is not to be"
              + " taken for the paper's value.",
          "Verdict: agrees, the mean lies within the tolerance; unclear, a part of the interval"
              + " does; differs, none of it does; not judged, the runs are shorter than the"
              + " paper's, so that absolute values say nothing.");

  private Legend() {}
}
