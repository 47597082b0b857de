package org.rpusim.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;

/** The version that a result was made with. */
public final class Version {
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,40}(-dirty)?");

  private Version() {}

  /** For example {@code 0.1.0}. */
  public static String current() {
    return properties().getProperty("version");
  }

  /**
   * The commit that the program was built from, with {@code -dirty} where files differed from it;
   * {@code unknown} where the build was not told. It stands only where the machine's doings stand:
   * results are the same whatever it is.
   */
  public static String commit() {
    String commit = properties().getProperty("commit", "");
    return COMMIT.matcher(commit).matches() ? commit : "unknown";
  }

  private static Properties properties() {
    try (InputStream in =
        Objects.requireNonNull(
            Version.class.getResourceAsStream("version.properties"), "no version.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
