package org.rpusim.report.sweep;

import com.google.common.collect.ImmutableList;
import org.rpusim.chip.preset.Catalogue;

/** Sweeps by name or file. */
public final class Sweeps {
  private static final Catalogue CATALOGUE =
      new Catalogue("study", Sweeps.class, "sweeps", ImmutableList.of(TileSizing.NAME));

  private Sweeps() {}

  /** Names of the sweeps that come with the program. */
  public static ImmutableList<String> names() {
    return CATALOGUE.names();
  }

  /** One line on a ready sweep. */
  public static String description(String name) {
    return load(name).description;
  }

  /**
   * Reads a sweep, to which the command line adds.
   *
   * @param nameOrFile name of a ready sweep, or a YAML file
   * @throws org.rpusim.chip.config.ConfigException if there is none, or it is wrong
   */
  public static SweepRequest load(String nameOrFile) {
    SweepRequest request =
        SweepReader.read(CATALOGUE.presetOrFile(nameOrFile), CATALOGUE.defaultName(nameOrFile));
    request.tileSizing = nameOrFile.equals(TileSizing.NAME);
    return request;
  }

  /** The text of {@code sweep.yaml}, which {@link #load} reads back to the same sweep. */
  public static String definition(Sweep sweep) {
    return SweepYaml.of(sweep);
  }

  /**
   * The sweep of a request; a ready study works its points out.
   *
   * @throws org.rpusim.chip.config.ConfigException if something is missing or does not go together
   */
  public static Sweep expand(SweepRequest request) {
    return request.tileSizing ? TileSizing.expand(request) : request.sweep();
  }
}
