package org.rpusim.report.bench;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import org.rpusim.core.engine.TimingWheel;

/** The benchmarks by name. */
public final class Benches {
  private static final ImmutableList<String> MANAGED =
      ImmutableList.of("update.updateManagement=true", "update.lengthManagement=true");

  /**
   * A benchmark.
   *
   * @param what is measured, in words
   * @param target what it should reach; may be empty
   */
  public record Entry(String what, String target) {}

  private record Registered(Entry entry, Bench bench) {}

  private static final ImmutableMap<String, Registered> ALL =
      ImmutableMap.<String, Registered>builder()
          .put(
              "machine",
              entry(
                  "this machine alone: clock, memory streamed, plain product, Java's heap, unforeseen calls",
                  "",
                  MachineBench::measure))
          .put(
              "engine",
              entry(
                  "events of the engine, 1,000 pending, or 100 or 10,000; jobs that started in step crowd",
                  ">= 25,000,000",
                  Benches::engine))
          .put(
              "mesh-100",
              entry(
                  "events of a mesh of 100 tiles under a full load, one thread",
                  ">= 10,000,000",
                  Benches::mesh))
          .put(
              "mlp-baseline",
              entry(
                  "perceptron, RPU baseline, noise and bound management, BL 10",
                  ">= 75,000",
                  () -> MlpBench.measure("mlp-baseline", List.of())))
          .put(
              "mlp-management",
              entry(
                  "the same with update and length management",
                  ">= 95,000",
                  () -> MlpBench.measure("mlp-management", MANAGED)))
          .put(
              "mlp-coupled",
              entry(
                  "mlp-baseline with events, time and energy, as run does it",
                  "",
                  () -> CoupledBench.measure("mlp-coupled", "mlp-mnist", List.of(), 60_000, 5_000)))
          .put(
              "mlp-coupling",
              entry(
                  "time of that ÷ time of mlp-baseline, in turn in one Java machine",
                  "<= 1.2",
                  () -> CouplingBench.perceptron("mlp-coupling", true)))
          .put(
              "mlp-simulated",
              entry(
                  "the same where no known sample is replayed, as with --no-fast-forward",
                  "",
                  () -> CouplingBench.perceptron("mlp-simulated", false)))
          .put(
              "cnn-management",
              entry(
                  "convolutional network, all management",
                  ">= 8,000",
                  () ->
                      NetworkBench.measure("cnn-management", "cnn-mnist", MANAGED, 60_000, 1_000)))
          .put(
              "cnn-coupled",
              entry(
                  "the same with events, time and energy, as run does it",
                  "",
                  () -> CoupledBench.measure("cnn-coupled", "cnn-mnist", MANAGED, 60_000, 1_000)))
          .put(
              "cnn-coupling",
              entry(
                  "time of that ÷ time of cnn-management, in turn in one Java machine",
                  "",
                  () -> CouplingBench.convolutional("cnn-coupling", MANAGED)))
          .put(
              "lstm2-64",
              entry(
                  "LSTM of two blocks of 64, 87 symbols, all management, characters",
                  ">= 75,000",
                  () -> LstmBench.measure("lstm2-64", "lstm2-64", MANAGED)))
          .put(
              "lstm2-512",
              entry(
                  "LSTM of two blocks of 512, 87 symbols, all management, characters",
                  ">= 1,200",
                  () -> LstmBench.measure("lstm2-512", "lstm2-512", MANAGED)))
          .put(
              "update-512-dense",
              entry(
                  "update of 512 x 512 devices, 1.56 coincidences a device",
                  "<= 250",
                  () -> ArrayBench.update512("update-512-dense", 1.56)))
          .put(
              "update-512-sparse",
              entry(
                  "the same, 0.156 coincidences",
                  "<= 40",
                  () -> ArrayBench.update512("update-512-sparse", 0.156)))
          .put(
              "read-256",
              entry("forward and backward read of 256 x 785 devices", "<= 10", ArrayBench::read256))
          .put(
              "read-4096",
              entry(
                  "forward read of 4096 x 4096 devices, and their memory",
                  "<= 1.5, memory <= 24",
                  () -> ArrayBench.read4096("read-4096")))
          .put(
              "update-4096",
              entry(
                  "update of 4096 x 4096 devices, 0.156 coincidences",
                  "<= 5",
                  () -> ArrayBench.update4096("update-4096", 0.156)))
          .buildOrThrow();

  private Benches() {}

  private static Registered entry(String what, String target, Bench bench) {
    return new Registered(new Entry(what, target), bench);
  }

  /** Names in the order in which they run. */
  public static ImmutableSet<String> names() {
    return ALL.keySet();
  }

  /**
   * What a benchmark measures.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public static Entry entry(String name) {
    return registered(name).entry;
  }

  /**
   * Measures in this Java machine.
   *
   * @throws IllegalArgumentException if there is none of this name
   * @throws org.rpusim.chip.config.ConfigException if this version cannot do what is measured
   */
  public static ImmutableList<BenchValue> measure(String name) {
    return registered(name).bench.measure();
  }

  private static Registered registered(String name) {
    Registered registered = ALL.get(name);
    if (registered == null) {
      throw new IllegalArgumentException("no benchmark " + name);
    }
    return registered;
  }

  private static ImmutableList<BenchValue> mesh() {
    UniformTraffic mesh = new UniformTraffic("mesh", 100, 1000).fill(400);
    double seconds = Rounds.secondsEach(3, 0.4, mesh::dispatch);
    return ImmutableList.of(new BenchValue("mesh-100", 1 / seconds, "events/s"));
  }

  private static ImmutableList<BenchValue> engine() {
    return ImmutableList.of(
        engine("engine", 1000, EngineRing.APART),
        engine("engine-100", 100, EngineRing.APART),
        engine("engine-10000", 10_000, EngineRing.APART),
        engine("engine-in-step", 1000, EngineRing.IN_STEP),
        engine("engine-in-step-100", 100, EngineRing.IN_STEP),
        engine("engine-in-step-10000", 10_000, EngineRing.IN_STEP));
  }

  private static BenchValue engine(String name, int pending, int startsWithinPs) {
    EngineRing ring = new EngineRing(new TimingWheel(), pending, startsWithinPs);
    return new BenchValue(name, 1 / Rounds.secondsEach(1, 0.4, ring::dispatch), "events/s");
  }
}
