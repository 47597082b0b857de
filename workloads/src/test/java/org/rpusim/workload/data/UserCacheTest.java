package org.rpusim.workload.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class UserCacheTest {
  @Test
  void theEnvironmentGoesBeforeTheSystemsListOfUsers() {
    assertThat(UserCache.folder(Map.of("XDG_CACHE_HOME", "c", "HOME", "h"), "u"))
        .isEqualTo(Path.of("c", "rpusim"));
    assertThat(UserCache.folder(Map.of("XDG_CACHE_HOME", " ", "HOME", "h"), "u"))
        .isEqualTo(Path.of("h", ".cache", "rpusim"));
    assertThat(UserCache.folder(Map.of("HOME", ""), "u"))
        .isEqualTo(Path.of("u", ".cache", "rpusim"));
  }
}
