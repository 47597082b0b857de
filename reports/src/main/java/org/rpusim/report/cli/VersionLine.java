package org.rpusim.report.cli;

import org.rpusim.core.Version;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionLine implements IVersionProvider {
  /** The version of the program and of the Java that runs it. */
  static String text() {
    return "rpusim " + Version.current() + ", Java " + Runtime.version();
  }

  @Override
  public String[] getVersion() {
    return new String[] {text()};
  }
}
