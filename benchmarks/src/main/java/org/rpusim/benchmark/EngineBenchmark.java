package org.rpusim.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.rpusim.core.engine.EventQueue;
import org.rpusim.core.engine.HeapEventQueue;
import org.rpusim.core.engine.TimingWheel;
import org.rpusim.report.bench.EngineRing;

/**
 * Jobs that go round a ring of components through the whole engine, with either event queue; see
 * {@link EngineRing}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class EngineBenchmark {
  private static final int EVENTS = 1 << 16;

  /** Events that are pending at any time. */
  @Param({"10", "100", "1000", "10000"})
  int pending;

  /** {@code wheel} or {@code heap}. */
  @Param({"wheel", "heap"})
  String queue = "wheel";

  /** When the jobs start, ps: all over a round, or in step. */
  @Param({"" + EngineRing.APART, "" + EngineRing.IN_STEP})
  int startsWithinPs = EngineRing.APART;

  private EngineRing ring = new EngineRing(new TimingWheel(), 1, EngineRing.APART);

  /** Fills the queue and lets its steady state come. */
  @Setup(Level.Trial)
  public void fill() {
    EventQueue events = queue.equals("heap") ? new HeapEventQueue() : new TimingWheel();
    ring = new EngineRing(events, pending, startsWithinPs);
  }

  /** One operation is one event: removed, dispatched, and its follower added. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public long dispatch() {
    return ring.dispatch(EVENTS);
  }
}
