package org.rpusim.report.reproduction;

/**
 * A panel whose points a publication lists from the worst to the best.
 *
 * @param text points with their figures
 * @param holds whether they come in that order
 */
record Order(String panel, String text, boolean holds) {
  String verdict() {
    return holds ? "as published" : "not as published";
  }
}
