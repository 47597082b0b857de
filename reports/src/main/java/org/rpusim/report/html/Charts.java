package org.rpusim.report.html;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.rpusim.report.table.Words;

/** The charts that lie in a folder, whatever drew them. */
public final class Charts {
  private static final ImmutableList<String> FIRST =
      ImmutableList.of(
          "test-error",
          "energy",
          "time",
          "stalls",
          "utilisation",
          "efficiency",
          "heat-map",
          "floor-plan");
  private static final String ENDING = ".svg";
  private static final long MAX_BYTES = 20L << 20;

  private Charts() {}

  /**
   * SVG texts by name, the usual ones first, the others by name. A chart of more than 20 MB is left
   * out.
   *
   * @param folder may be absent
   * @throws IOException if a chart cannot be read
   */
  public static ImmutableMap<String, String> read(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return ImmutableMap.of();
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(ENDING)).toList();
    }
    List<String> names =
        files.stream()
            .map(file -> String.valueOf(file.getFileName()))
            .map(name -> name.substring(0, name.length() - ENDING.length()))
            .sorted(Comparator.comparingInt(Charts::rank).thenComparing(Comparator.naturalOrder()))
            .toList();
    ImmutableMap.Builder<String, String> charts = ImmutableMap.builder();
    for (String name : names) {
      Path file = folder.resolve(name + ENDING);
      if (Files.size(file) <= MAX_BYTES) {
        charts.put(name, Files.readString(file));
      }
    }
    return charts.buildOrThrow();
  }

  private static int rank(String name) {
    int index = FIRST.indexOf(name);
    return index < 0 ? FIRST.size() : index;
  }

  /** A chart's name in words. */
  static String words(String name) {
    return Words.of(name.replace('-', ' '));
  }
}
