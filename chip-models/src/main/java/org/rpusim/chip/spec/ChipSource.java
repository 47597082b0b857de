package org.rpusim.chip.spec;

import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.Node;

/**
 * The file that a chip was read from, with bases and presets laid under it. Two chips of equal
 * values are equal, whatever files they come from: so are all sources.
 */
public final class ChipSource {
  private final Node.Mapping file;

  /** A source. */
  public ChipSource(Node.Mapping file) {
    this.file = file;
  }

  /** The tree of the file. */
  public Node.Mapping file() {
    return file;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ChipSource;
  }

  @Override
  public int hashCode() {
    return 1;
  }

  @Override
  public String toString() {
    return "a file";
  }
}
