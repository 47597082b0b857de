package org.rpusim.report.folder;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rpusim.core.stats.Metrics;
import org.rpusim.workload.result.LayerResult;
import tools.jackson.core.JsonGenerator;

/**
 * Metrics as JSON: a path of dotted names becomes nested objects, in alphabetical order; a number
 * is printed with the fewest digits that read back as the same double.
 */
public final class MetricsJson {
  private MetricsJson() {}

  /** The text of {@code metrics.json}, ending with a new line. */
  public static String of(Metrics metrics) {
    return JsonText.of(json -> write(json, metrics.values()));
  }

  /** As {@link #of(Metrics)}, with what each layer did by epoch: see {@link #byEpoch}. */
  public static String of(Metrics metrics, List<LayerResult> layers) {
    TreeMap<String, Object> values = new TreeMap<>(metrics.values());
    values.putAll(byEpoch(layers));
    return JsonText.of(json -> write(json, values));
  }

  /**
   * Counts of each layer as lists with a number an epoch.
   *
   * @param layers of all epochs, in their order
   * @return by path: {@code layers.W1.byEpoch.retries}
   */
  public static ImmutableMap<String, List<Long>> byEpoch(List<LayerResult> layers) {
    TreeMap<String, List<Long>> lists = new TreeMap<>();
    for (LayerResult layer : layers) {
      String prefix = "layers." + layer.layer() + ".byEpoch.";
      layer
          .counts()
          .forEach((name, count) ->
              lists.computeIfAbsent(prefix + name, path -> new ArrayList<>()).add(count));
    }
    lists.replaceAll((path, counts) -> ImmutableList.copyOf(counts));
    return ImmutableMap.copyOf(lists);
  }

  private static void write(JsonGenerator json, Map<String, Object> values) {
    json.writeStartObject();
    String[] open = new String[0];
    for (Map.Entry<String, Object> entry : values.entrySet()) {
      String[] names = entry.getKey().split("\\.", -1);
      int parents = names.length - 1;
      int common = commonParents(open, names);
      for (int i = open.length; i > common; i--) {
        json.writeEndObject();
      }
      for (int i = common; i < parents; i++) {
        json.writeName(names[i]);
        json.writeStartObject();
      }
      json.writeName(names[parents]);
      writeValue(json, entry.getValue());
      open = Arrays.copyOf(names, parents);
    }
    for (int i = open.length; i >= 0; i--) {
      json.writeEndObject();
    }
  }

  private static int commonParents(String[] open, String[] names) {
    int limit = StrictMath.min(open.length, names.length - 1);
    int common = 0;
    while (common < limit && open[common].equals(names[common])) {
      common++;
    }
    return common;
  }

  private static void writeValue(JsonGenerator json, Object value) {
    switch (value) {
      case Double number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Boolean truth -> json.writeBoolean(truth);
      case List<?> list -> {
        json.writeStartArray();
        list.forEach(item -> writeValue(json, item));
        json.writeEndArray();
      }
      default -> json.writeString(value.toString());
    }
  }
}
