package org.rpusim.report.sweep;

import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.ServiceLoader;
import org.rpusim.chip.config.ConfigException;

/** Connects to an engine; found by {@link ServiceLoader}, as the module that has it is optional. */
public interface ClusterProvider {
  /**
   * Where and how.
   *
   * @param master address of the engine, {@code spark://HOST:PORT} or {@code local[N]}
   * @param name of the sweep, shown by the engine
   * @param settings of the engine, by its own names
   * @param log file to which the engine's own messages go
   */
  record Request(String master, String name, ImmutableMap<String, String> settings, Path log) {}

  /**
   * Connects.
   *
   * @throws ConfigException if there is no engine at the address
   */
  PointCluster connect(Request request);

  /**
   * The provider on the class path.
   *
   * @throws ConfigException if there is none
   */
  static ClusterProvider find() {
    Iterator<ClusterProvider> all = ServiceLoader.load(ClusterProvider.class).iterator();
    if (all.hasNext()) {
      return all.next();
    }
    throw new ConfigException(
        "--spark needs the module cluster, which is not on the class path.",
        "Maybe start the program by ./rpusim from its sources, which builds the module.");
  }
}
