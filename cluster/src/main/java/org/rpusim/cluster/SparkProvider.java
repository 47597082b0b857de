package org.rpusim.cluster;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.apache.spark.api.java.JavaSparkContext;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.report.sweep.ClusterProvider;
import org.rpusim.report.sweep.PointCluster;

/** Connects to Apache Spark. */
public final class SparkProvider implements ClusterProvider {
  private static final String STANDALONE = "spark://";
  private static final Pattern KNOWN =
      Pattern.compile("spark://.+|k8s://.+|yarn|local|local\\[(\\d+|\\*)(, *\\d+)?]");
  private static final int PATIENCE_MILLIS = 5000;

  /** Made by {@link java.util.ServiceLoader}. */
  public SparkProvider() {}

  @Override
  public PointCluster connect(Request request) {
    requireKnown(request.master());
    if (request.master().startsWith(STANDALONE)) {
      requireListener(request.master());
    }
    System.setProperty("rpusim.sparkLog", request.log().toString());
    if (System.getProperty("log4j2.configurationFile") == null) {
      System.setProperty(
          "log4j2.configurationFile", "classpath:org/rpusim/cluster/log4j2.properties");
    }
    try {
      return new SparkCluster(new JavaSparkContext(SparkSettings.of(request)), request.master());
    } catch (Exception e) { // Scala throws checked exceptions that it does not declare
      throw refused(request.master(), e);
    }
  }

  private static void requireKnown(String master) {
    if (!KNOWN.matcher(master).matches()) {
      throw new ConfigException(
          "--spark is "
              + master
              + ", but must be spark://HOST:PORT, local[N], or yarn or k8s://… where Spark has"
              + " their jars.",
          "Maybe --spark local[2] is meant.");
    }
  }

  private static ConfigException refused(String master, Exception e) {
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return new ConfigException(
        "Spark does not start with --spark " + master + ": " + message,
        "Maybe --spark spark://HOST:7077 or --spark local[2] is meant.");
  }

  /** Spark itself would try for a minute and then say a page. */
  private static void requireListener(String master) {
    for (String address : master.substring(STANDALONE.length()).split(",", -1)) {
      if (listens(master, address)) {
        return;
      }
    }
    throw new ConfigException(
        "Nothing listens at " + master + ".",
        "Maybe start a master first, as docs/cluster.md says: cluster/standalone.sh start");
  }

  private static boolean listens(String master, String address) {
    String host;
    int port;
    try {
      URI uri = new URI("spark://" + address);
      host = uri.getHost();
      port = uri.getPort();
    } catch (URISyntaxException e) {
      host = null;
      port = -1;
    }
    if (host == null || port < 1) {
      throw new ConfigException(
          "--spark is " + master + ", which has no host and port.",
          "Maybe --spark spark://127.0.0.1:7077 is meant.");
    }
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
