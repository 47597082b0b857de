package org.rpusim.chip.interconnect;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.rpusim.chip.spec.InterconnectSpec;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.server.CausalLog;
import org.rpusim.core.server.CompletionListener;
import org.rpusim.core.stats.CounterTree;

/** The registered topologies: a new one is one file and one line here. */
public final class Interconnects {
  private interface Factory {
    Interconnect create(
        Engine engine,
        CausalLog log,
        InterconnectSpec spec,
        CompletionListener listener,
        CounterTree tree);
  }

  private static final ImmutableMap<String, Factory> FACTORIES = ImmutableMap.of("bus", Bus::new);

  private Interconnects() {}

  /** Names that {@code interconnect.kind} may have. */
  public static ImmutableSet<String> kinds() {
    return FACTORIES.keySet();
  }

  /**
   * The interconnect of a chip.
   *
   * @throws IllegalArgumentException if the kind is not registered
   */
  public static Interconnect create(
      Engine engine,
      CausalLog log,
      InterconnectSpec spec,
      CompletionListener listener,
      CounterTree tree) {
    Factory factory = FACTORIES.get(spec.kind());
    if (factory == null) {
      throw new IllegalArgumentException(
          "no interconnect is called " + spec.kind() + "; there is " + FACTORIES.keySet());
    }
    return factory.create(engine, log, spec, listener, tree);
  }
}
