package org.rpusim.report.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.config.Configured;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.report.folder.MetricsJson;
import org.rpusim.report.study.Studies;
import org.rpusim.report.sweep.Design;
import org.rpusim.report.sweep.SweepRequest;
import org.rpusim.report.sweep.Sweeps;
import org.rpusim.workload.data.DataSets;
import org.rpusim.workload.preset.WorkloadPresets;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.run.RunOptions;
import org.rpusim.workload.run.Simulator;
import org.rpusim.workload.spec.TrainingSpec;
import org.rpusim.workload.spec.WorkloadSpec;

/**
 * The schemas in docs/schemas are those of the key tables and of the glossary, and hold for every
 * preset and output. With {@code -Drpusim.writeDocs=true} the test writes them instead.
 */
final class SchemaTest {
  private static final Document FILES = Document.read("files.md");
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private static final Schema CHIP = REGISTRY.getSchema(Schemas.chip(FILES));
  private static final Schema WORKLOAD = REGISTRY.getSchema(Schemas.workload(FILES));
  private static final Schema METRICS =
      REGISTRY.getSchema(Schemas.metrics(Document.read("glossary.md")));

  private static final Schema STUDY = REGISTRY.getSchema(StudySchemas.study());
  private static final Schema SWEEP = REGISTRY.getSchema(StudySchemas.sweep());

  private static void publish(String name, String schema) throws IOException {
    Path folder = FILES.file().resolveSibling("schemas");
    Path file = folder.resolve(name + ".schema.json");
    if (Boolean.getBoolean("rpusim.writeDocs")) {
      Files.createDirectories(folder);
      Files.writeString(file, schema);
    } else {
      assertThat(file).content().isEqualTo(schema);
    }
  }

  private static void assertValid(Schema schema, String text, InputFormat format, String name) {
    assertThat(schema.validate(text, format)).as(name).isEmpty();
  }

  private static String resource(Class<?> owner, String name) throws IOException {
    try (InputStream in = owner.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void theSchemasArePublished() throws IOException {
    publish("chip", Schemas.chip(FILES));
    publish("workload", Schemas.workload(FILES));
    publish("study", StudySchemas.study());
    publish("sweep", StudySchemas.sweep());
    publish("metrics", Schemas.metrics(Document.read("glossary.md")));
  }

  @Test
  void everyChipFits() throws IOException {
    for (String name : ChipPresets.names()) {
      String file = resource(ChipPresets.class, "chips/" + name + ".yaml");
      assertValid(CHIP, file, InputFormat.YAML, name);
      String resolved = ChipPresets.load(name, Overrides.NONE).resolution().yaml();
      assertValid(CHIP, resolved, InputFormat.YAML, name + ", resolved");
    }
  }

  @Test
  void everyWorkloadFits() throws IOException {
    for (String name : WorkloadPresets.names()) {
      String file = resource(WorkloadPresets.class, "workloads/" + name + ".yaml");
      assertValid(WORKLOAD, file, InputFormat.YAML, name);
      String resolved = WorkloadPresets.load(name, Overrides.NONE).resolution().yaml();
      assertValid(WORKLOAD, resolved, InputFormat.YAML, name + ", resolved");
    }
  }

  @Test
  void everyStudyFits() throws IOException {
    for (String name : Studies.names()) {
      assertValid(
          STUDY, resource(Studies.class, "studies/" + name + ".yaml"), InputFormat.YAML, name);
    }
  }

  @Test
  void everySweepAndTheDefinitionInItsFolderFits() throws IOException {
    for (String name : Sweeps.names()) {
      String file = resource(Sweeps.class, "sweeps/" + name + ".yaml");
      assertValid(SWEEP, file, InputFormat.YAML, name);
      SweepRequest request = Sweeps.load(name);
      request.workload("mlp-digits");
      assertValid(SWEEP, Sweeps.definition(Sweeps.expand(request)), InputFormat.YAML, name);
    }
    SweepRequest request = new SweepRequest();
    request.workload("mlp-digits");
    request.varyAll(List.of("adc.bits=6..8", "device.dwMin=0.001..0.01"));
    request.design(Design.SOBOL);
    request.samples(4);
    request.objectives(List.of("max:throughput.samplesPerSecond"));
    assertValid(SWEEP, Sweeps.definition(Sweeps.expand(request)), InputFormat.YAML, "sobol");
  }

  /** What the readers refuse as an unknown key or word, the schemas refuse too. */
  @Test
  void mistakesInStudiesAndSweepsDoNotFit() {
    for (String wrong :
        new String[] {
          "panels: [{title: a, orderd: true}]",
          "panels: [{points: [{name: a, expect: [{is: near}]}]}]",
          "panels: {title: a}",
          "quick: {epochs: 0}",
          "set: {adc: {bits: 8}}"
        }) {
      assertThat(STUDY.validate(wrong, InputFormat.YAML)).as(wrong).isNotEmpty();
    }
    for (String wrong :
        new String[] {
          "design: grit", "vary: 6..10", "seeds: 0", "points: {a: 1}", "objective: [a]"
        }) {
      assertThat(SWEEP.validate(wrong, InputFormat.YAML)).as(wrong).isNotEmpty();
    }
  }

  @Test
  void mistakesDoNotFit() {
    for (String wrong :
        new String[] {
          "tile: {rowz: 4}",
          "tile: {rows: -1}",
          "tile: {readTime: 80}",
          "adc: {bits: [9]}",
          "management: {noiseForward: abs}",
          "dac: 5",
          "chips: {tiles: 1}"
        }) {
      assertThat(CHIP.validate(wrong, InputFormat.YAML)).as(wrong).isNotEmpty();
    }
    assertThat(WORKLOAD.validate("workload: {layers: {units: 3}}", InputFormat.YAML)).isNotEmpty();
    assertThat(METRICS.validate("{\"energy\": {\"totalJoules\": \"3\"}}", InputFormat.JSON))
        .isNotEmpty();
  }

  @Test
  void theMetricsOfRunsFit() {
    for (String name : new String[] {"mlp-digits", "stream-reads"}) {
      Configured<WorkloadSpec> workload =
          WorkloadPresets.load(
              name,
              Overrides.parse(
                  name.equals("mlp-digits")
                      ? List.of("workload.epochs=1", "workload.samples=8")
                      : List.of("workload.readsPerTile=1")));
      String metrics =
          MetricsJson.of(
              Simulator.run(
                      ChipPresets.load("gokmen2016-design2", Overrides.NONE).spec(),
                      workload.spec(),
                      workload.spec() instanceof TrainingSpec training
                          ? DataSets.load(training, null, notice -> {})
                          : null,
                      new RunOptions(1, Kernels.of("scalar")),
                      RunListener.NONE)
                  .metrics());
      assertValid(METRICS, metrics, InputFormat.JSON, name);
    }
  }
}
