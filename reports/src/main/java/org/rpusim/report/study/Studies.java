package org.rpusim.report.study;

import com.google.common.collect.ImmutableList;
import org.rpusim.chip.preset.Catalogue;

/** Studies by name or file. */
public final class Studies {
  private static final Catalogue CATALOGUE =
      new Catalogue(
          "study",
          Studies.class,
          "studies",
          ImmutableList.of(
              "gokmen2016-designs",
              "gokmen2016-throughput",
              "gokmen2016-fig3",
              "gokmen2016-baseline",
              "gokmen2017-arrays",
              "gokmen2017-alexnet",
              "gokmen2017-ladder",
              "gokmen2017-sensitivity",
              "gokmen2018-asymmetry",
              "gokmen2018-resolution",
              "gokmen2018-states",
              "gokmen2018-dropout",
              "gokmen2018-management",
              "pipelining"));

  private Studies() {}

  /** Names of the studies that come with the program, in the order of lists. */
  public static ImmutableList<String> names() {
    return CATALOGUE.names();
  }

  /**
   * Reads a study; chip and workload are named in it, and not looked at here.
   *
   * @param nameOrFile name of a study, or a YAML file
   * @throws org.rpusim.chip.config.ConfigException if there is none, or it is wrong
   */
  public static Study load(String nameOrFile) {
    return StudyReader.read(CATALOGUE.presetOrFile(nameOrFile), CATALOGUE.defaultName(nameOrFile));
  }
}
