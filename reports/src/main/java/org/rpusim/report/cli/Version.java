package org.rpusim.report.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The program's version, as its jar says. */
final class Version implements IVersionProvider {
  /** The version; {@code unreleased} where the classes do not come from a jar. */
  static String current() {
    return Objects.requireNonNullElse(
        Version.class.getPackage().getImplementationVersion(), "unreleased");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"rpusim " + current() + ", Java " + Runtime.version()};
  }
}
