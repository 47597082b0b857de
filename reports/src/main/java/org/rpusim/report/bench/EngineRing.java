package org.rpusim.report.bench;

import org.rpusim.core.engine.Component;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.engine.EventQueue;
import org.rpusim.core.random.RandomStream;

/**
 * Jobs that go round a ring of components through the whole engine: each event schedules the next
 * one of its job. The components are of eight classes, so that the dispatch is megamorphic as in a
 * simulation, and each takes its own time, as hardware does: 1.25, 20 and 80 ns and 242 µs, each
 * twice. Jobs that start {@link #APART} keep their distances for ever, as those of a chip whose
 * tiles work on different samples; jobs that start {@link #IN_STEP} stay in a crowd.
 */
public final class EngineRing {
  /** The jobs start within one round of the ring, ps. */
  public static final int APART = 484_202_500;

  /** The jobs start within 100 ns, in ps. */
  public static final int IN_STEP = 100_000;

  private static final int SETTLING_ROUNDS = 100;
  private static final int SETTLING_EVENTS = 1 << 16;

  private final Engine engine;
  private final Driver driver;
  private long left;

  /**
   * Fills the queue and lets its steady state come.
   *
   * @param pending events that are pending at any time
   * @param startsWithinPs when the last job starts, ps
   */
  public EngineRing(EventQueue events, int pending, int startsWithinPs) {
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
      engine.schedule(random.nextInt(startsWithinPs), i & 7, i, i);
    }
    for (int i = 0; i < SETTLING_ROUNDS; i++) {
      dispatch(SETTLING_EVENTS);
    }
  }

  /** Dispatches events: each is removed, handled, and its follower added. */
  public long dispatch(long events) {
    left = events;
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
