package org.rpusim.workload.data;

import com.google.common.base.Strings;
import java.nio.file.Path;
import java.util.Map;

/** Where a user keeps what can be fetched again. */
final class UserCache {
  private UserCache() {}

  /** The folder of this program: {@code rpusim} in the user's cache. */
  static Path folder() {
    return folder(System.getenv(), System.getProperty("user.home", "."));
  }

  /**
   * As {@link #folder()}.
   *
   * @param environment of which {@code XDG_CACHE_HOME} goes before {@code HOME}
   * @param home of the user as Java knows it, where neither is set
   */
  static Path folder(Map<String, String> environment, String home) {
    String cache = Strings.nullToEmpty(environment.get("XDG_CACHE_HOME"));
    if (!cache.isBlank()) {
      return Path.of(cache, "rpusim");
    }
    String given = Strings.nullToEmpty(environment.get("HOME"));
    return Path.of(given.isBlank() ? home : given, ".cache", "rpusim");
  }
}
