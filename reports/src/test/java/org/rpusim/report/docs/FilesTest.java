package org.rpusim.report.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.config.Parameter;
import org.rpusim.chip.config.Resolution;
import org.rpusim.chip.config.YamlReader;
import org.rpusim.chip.device.Devices;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.chip.spec.DeviceReader;
import org.rpusim.workload.preset.WorkloadPresets;

/**
 * The reference of the files names every key with its default, range, meaning and firmness, as the
 * readers have them. With {@code -Drpusim.writeDocs=true} the test writes the tables instead.
 */
final class FilesTest {
  private static final Pattern INDEX = Pattern.compile("\\[\\d+]");
  private static final String KINDS =
      """
      chip:
        tiles: 1
      tile:
        others: [{name: small, tiles: 1, rows: 512, columns: 512}]
      cluster:
        chips: 1
      """;
  private static final String TRAINING =
      """
      workload:
        kind: training
        data: digits
        inputs: 64
        layers:
          - units: 64
          - units: 10
      """;
  private static final String LAYERS =
      """
      workload:
        kind: training
        data: digits
        inputs: 1 x 8 x 8
        layers:
          - {kind: convolution, name: a, channels: 4, kernel: 3, at: {tile: 0}}
          - {kind: convolution, name: b, channels: 4, kernel: 1}
          - {kind: sum, name: c, input: b, with: a}
          - {kind: max-pooling, name: d, kernel: 2}
          - {repeat: 1, name: e, units: 10}
          - {name: f, units: 10}
      """;

  /** Defaults that depend on more than the place in a list. */
  private static final ImmutableMap<String, String> TOLD =
      ImmutableMap.of(
          "workload.layers[i].name",
          "K1, W2 …, in pooling P1 …, of sums S1 …",
          "workload.layers[i].stride",
          "1, in pooling the kernel",
          "workload.layers[i].activation",
          "sigmoid, of convolutions tanh, of sums none, the last: softmax");

  private static final String TIMING =
      """
      workload:
        kind: training
        timingOnly: true
        inputs: 64
        layers: [{units: 10}]
      """;

  private static final String STAGES = "  learningRate: [{fromEpoch: 1, rate: 0.01}]\n";

  @TempDir Path folder = Path.of("");

  @Test
  void theChipKeysAreThoseOfTheReaders() throws IOException {
    check("chip keys", List.of(chip("chip:\n  tiles: 1\n"), chip(KINDS)));
  }

  @Test
  void theTrainingKeysAreThoseOfTheReaders() throws IOException {
    check(
        "training keys",
        List.of(workload(TRAINING), workload(LAYERS), workload(TRAINING + STAGES)));
  }

  @Test
  void theTimingKeysAreThoseOfTheReaders() throws IOException {
    List<Parameter> own = new ArrayList<>();
    workload(TIMING).parameters().stream()
        .filter(p -> !p.path().startsWith("workload.layers"))
        .forEach(own::add);
    compare("timing keys", table(own));
  }

  @Test
  void theStreamReadsKeysAreThoseOfTheReaders() throws IOException {
    check("stream-reads keys", List.of(workload("workload:\n  kind: stream-reads\n")));
  }

  @Test
  void theLanguageModelKeysAreThoseOfTheReaders() throws IOException {
    String layers = "  layers: [{kind: lstm, units: 64}]\n";
    check("language-model keys", List.of(workload("workload:\n  kind: language-model\n" + layers)));
  }

  @Test
  void theKeysOfSingleDevicesAreThoseOfTheReaders() throws IOException {
    List<Parameter> own = new ArrayList<>();
    Set<String> common = new HashSet<>();
    chip("chip:\n  tiles: 1\n").parameters().forEach(p -> common.add(p.path()));
    for (String kind : Devices.names()) {
      device(kind).parameters().stream().filter(p -> common.add(p.path())).forEach(own::add);
    }
    compare("device keys", table(own));
  }

  private Resolution device(String kind) throws IOException {
    String table = "";
    if (kind.equals("measured")) {
      String steps =
          "trace,direction,pulse,conductance\na,up,0,1\na,up,1,2\na,down,0,2\na,down,1,1\n";
      table = "  table: " + Files.writeString(folder.resolve("steps.csv"), steps) + "\n";
    }
    String text = "device:\n  kind: " + kind + "\n" + table;
    return DeviceReader.readFile(YamlReader.read(kind, text), ImmutableSet.of()).resolution();
  }

  private Resolution chip(String text) throws IOException {
    String file = Files.writeString(folder.resolve("nameless.yaml"), text).toString();
    return ChipPresets.load(file, Overrides.NONE).resolution();
  }

  private Resolution workload(String text) throws IOException {
    String file = Files.writeString(folder.resolve("nameless.yaml"), text).toString();
    return WorkloadPresets.load(file, Overrides.NONE).resolution();
  }

  private static void check(String part, List<Resolution> resolutions) throws IOException {
    List<Parameter> parameters = new ArrayList<>();
    resolutions.forEach(resolution -> parameters.addAll(resolution.parameters()));
    compare(part, table(parameters));
  }

  private static void compare(String part, String table) throws IOException {
    Document document = Document.read("files.md");
    if (Boolean.getBoolean("rpusim.writeDocs")) {
      Files.writeString(document.file(), document.withGenerated(part, table).text());
    } else {
      assertThat(document.generated(part)).isEqualTo(table);
    }
  }

  private static String table(List<Parameter> parameters) {
    Map<String, Row> rows = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      String path = INDEX.matcher(parameter.path()).replaceAll("[i]");
      rows.computeIfAbsent(path, Row::new).add(parameter);
    }
    StringBuilder table =
        new StringBuilder("| key | default | allowed | meaning | default is |\n")
            .append("|---|---|---|---|---|\n");
    rows.values().forEach(row -> table.append(row.text()).append('\n'));
    return table.toString();
  }

  /** A key; the entries of a list may have different defaults. */
  private static final class Row {
    private final String path;
    private final Set<String> defaults = new LinkedHashSet<>();
    private ImmutableList<String> rest = ImmutableList.of();

    Row(String path) {
      this.path = path;
    }

    void add(Parameter parameter) {
      String standard = parameter.defaultText();
      defaults.add(
          standard.isEmpty()
              ? "required"
              : standard.equals("nameless") ? "the file's name" : standard);
      rest =
          ImmutableList.of(
              parameter.allowed(),
              parameter.meaning(),
              standard.isEmpty() ? "" : parameter.firmness().word());
    }

    String text() {
      return "| `"
          + path
          + "` | "
          + (defaults.contains("L1")
              ? "L1, L2 …"
              : TOLD.getOrDefault(path, String.join(", the last: ", defaults)))
          + " | "
          + String.join(" | ", rest)
          + " |";
    }
  }
}
