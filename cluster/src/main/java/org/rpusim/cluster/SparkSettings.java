package org.rpusim.cluster;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.rpusim.report.sweep.ClusterProvider;

/** How Spark is set up for a sweep; the user's own settings go over all of it. */
final class SparkSettings {
  /** Options of this Java that workers need alike: they are about speed and warnings. */
  private static final ImmutableList<String> PASSED_ON =
      ImmutableList.of(
          "--add-modules",
          "--enable-native-access",
          "--sun-misc-unsafe-memory-access",
          "-XX:ObjectAlignmentInBytes",
          "-XX:CompileCommand");

  private SparkSettings() {}

  static SparkConf of(ClusterProvider.Request request) {
    SparkConf settings = new SparkConf();
    settings.setMaster(request.master()).setAppName("rpusim " + request.name());
    settings.setIfMissing("spark.ui.enabled", "false");
    settings.setIfMissing("spark.executor.extraJavaOptions", javaOptions());
    if (isOnThisMachine(request.master())) {
      settings.setIfMissing("spark.driver.host", "127.0.0.1");
      settings.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
    }
    if (!request.master().startsWith("local")) {
      settings.setJars(ownJars().toArray(String[]::new));
    }
    request.settings().forEach(settings::set);
    return settings;
  }

  private static boolean isOnThisMachine(String master) {
    return master.startsWith("local")
        || master.startsWith("spark://127.0.0.1:")
        || master.startsWith("spark://localhost:");
  }

  private static String javaOptions() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> PASSED_ON.stream().anyMatch(option::startsWith))
        .collect(Collectors.joining(" "));
  }

  /** All jars of the class path but those beside Spark's, which workers have. */
  private static ImmutableList<String> ownJars() {
    Path spark = jarOf(SparkContext.class).getParent();
    return Splitter.on(File.pathSeparatorChar)
        .omitEmptyStrings()
        .splitToStream(System.getProperty("java.class.path"))
        .filter(entry -> entry.endsWith(".jar"))
        .filter(entry -> !Path.of(entry).toAbsolutePath().startsWith(spark))
        .collect(ImmutableList.toImmutableList());
  }

  private static Path jarOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("no folder of Spark's jars", e);
    }
  }
}
