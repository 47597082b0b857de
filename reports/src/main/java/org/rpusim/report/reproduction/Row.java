package org.rpusim.report.reproduction;

/**
 * A published value beside the measured one, each as people read it; parts that there are not are
 * empty.
 *
 * @param panel points that belong together
 * @param label configuration, and figure where it is not the study's
 * @param measured with half its 95 % interval, where there are several seeds
 * @param published reference with its tolerance
 * @param firmness how firm the reference is
 * @param difference of measured and published
 * @param verdict in words
 * @param note of the reference
 */
record Row(
    String panel,
    String label,
    String measured,
    String published,
    String firmness,
    String difference,
    String verdict,
    String note) {}
