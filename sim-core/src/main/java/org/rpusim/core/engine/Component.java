package org.rpusim.core.engine;

/** Something that events happen to: a tile, a converter, a bus. */
@FunctionalInterface
public interface Component {
  /**
   * An event of this component is due; the time is {@link Engine#nowPs()}.
   *
   * @param kind what happens, a number of the component's own
   * @param payload what it happens with, in an encoding of the component's own
   */
  void handle(int kind, long payload);
}
