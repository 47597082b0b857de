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
import org.rpusim.core.engine.Component;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.engine.EventQueue;
import org.rpusim.core.engine.HeapEventQueue;
import org.rpusim.core.engine.TimingWheel;
import org.rpusim.core.random.RandomStream;

/**
 * Jobs that go round a ring of components through the whole engine: each event schedules the next
 * one of its job. The components are of eight classes, so that the dispatch is megamorphic as in a
 * simulation, and each takes its own time, as hardware does: 1.25, 20 and 80 ns and 242 µs, each
 * twice.
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

  private Engine engine = new Engine(new TimingWheel());
  private Stage driver = new Driver();
  private long left;

  /** Fills the queue and lets its steady state come. */
  @Setup(Level.Trial)
  public void fill() {
    EventQueue events = queue.equals("heap") ? new HeapEventQueue() : new TimingWheel();
    engine = new Engine(events);
    driver = new Driver();
    Component[] kinds = {
      driver,
      new Integrator(),
      new Converter(),
      new Digital(),
      new Bus(),
      new Memory(),
      new Pulses(),
      new Sequencer()
    };
    for (Component kind : kinds) {
      engine.register(kind);
    }
    RandomStream random = new RandomStream(1);
    for (int i = 0; i < pending; i++) {
      engine.schedule(random.nextInt(100_000), i & 7, i, i);
    }
    for (int i = 0; i < 100; i++) {
      dispatch();
    }
  }

  /** One operation is one event: removed, dispatched, and its follower added. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public long dispatch() {
    left = EVENTS;
    engine.run();
    return engine.nowPs() + driver.sum;
  }

  /** What the eight classes share. */
  private abstract class Stage extends Component {
    private final long delayPs;
    private final int next;
    long sum;

    Stage(long delayPs, int next) {
      this.delayPs = delayPs;
      this.next = next;
    }

    final void pass(int kind, long payload, long work) {
      sum += work;
      if (--left == 0) {
        engine.stop();
      }
      engine.schedule(delayPs, next, kind, payload);
    }
  }

  private final class Driver extends Stage {
    Driver() {
      super(1_250, 1);
    }

    @Override
    protected void handle(int kind, long payload) {
      pass(kind, payload, 1);
    }
  }

  private final class Integrator extends Stage {
    Integrator() {
      super(80_000, 2);
    }

    @Override
    protected void handle(int kind, long payload) {
      pass(kind, payload, payload);
    }
  }

  private final class Converter extends Stage {
    Converter() {
      super(20_000, 3);
    }

    @Override
    protected void handle(int kind, long payload) {
      pass(kind, payload, kind);
    }
  }

  private final class Digital extends Stage {
    Digital() {
      super(242_000_000, 4);
    }

    @Override
    protected void handle(int kind, long payload) {
      pass(kind, payload, payload + kind);
    }
  }

  private final class Bus extends Stage {
    Bus() {
      super(1_250, 5);
    }

    @Override
    protected void handle(int kind, long payload) {
      pass(kind, payload, payload - kind);
    }
  }

  private final class Memory extends Stage {
    Memory() {
      super(80_000, 6);
    }

    @Override
    protected void handle(int kind, long payload) {
      pass(kind, payload, payload ^ kind);
    }
  }

  private final class Pulses extends Stage {
    Pulses() {
      super(20_000, 7);
    }

    @Override
    protected void handle(int kind, long payload) {
      pass(kind, payload, payload & kind);
    }
  }

  private final class Sequencer extends Stage {
    Sequencer() {
      super(242_000_000, 0);
    }

    @Override
    protected void handle(int kind, long payload) {
      pass(kind, payload, payload | kind);
    }
  }
}
