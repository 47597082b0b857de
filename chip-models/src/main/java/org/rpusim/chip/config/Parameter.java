package org.rpusim.chip.config;

/**
 * A value that was read, as {@code show} prints it and {@code config.yaml} keeps it.
 *
 * @param path dotted path
 * @param text resolved value with its unit; reads back to the same value
 * @param defaultText what stands where the file says nothing; empty when the key is required
 * @param allowed what values are allowed
 * @param meaning what it means
 * @param firmness how firm the value is
 * @param remark where the value comes from or what it assumes; may be empty
 * @param origin where it was written, or {@code default}
 */
public record Parameter(
    String path,
    String text,
    String defaultText,
    String allowed,
    String meaning,
    Firmness firmness,
    String remark,
    String origin) {}
