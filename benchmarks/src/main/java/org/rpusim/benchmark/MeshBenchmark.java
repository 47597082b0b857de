package org.rpusim.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.rpusim.report.bench.UniformTraffic;

/** Component events of a network of 100 tiles under random load; see {@link UniformTraffic}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class MeshBenchmark {
  private static final int TILES = 100;
  private static final int EVENTS = 1 << 16;

  /** Topology. */
  @Param({"mesh", "torus", "ring"})
  String kind = "mesh";

  /** Transfers under way. */
  @Param({"100", "400"})
  int underWay;

  private UniformTraffic traffic = new UniformTraffic("mesh", 2, 1);

  /** Events, counted by themselves, as a call ends with the transfer that it is in. */
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Events {
    /** Events dispatched. */
    public long events;
  }

  /** Fills the network. */
  @Setup(Level.Trial)
  public void fill() {
    traffic = new UniformTraffic(kind, TILES, underWay + 1).fill(underWay);
  }

  /** Dispatches events; {@code events} is their rate. */
  @Benchmark
  public long dispatch(Events counted) {
    long done = traffic.dispatch(EVENTS);
    counted.events += done;
    return done;
  }
}
