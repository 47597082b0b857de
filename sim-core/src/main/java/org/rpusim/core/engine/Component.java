package org.rpusim.core.engine;

/**
 * Something that events happen to: a tile, a converter, a bus.
 *
 * <p>It is a class, not an interface, as a virtual call finds its method by one access where an
 * interface call searches a table; an engine does little else than such calls.
 */
public abstract class Component {
  /**
   * An event of this component is due; the time is {@link Engine#nowPs()}.
   *
   * @param kind what happens, a number of the component's own
   * @param payload what it happens with, in an encoding of the component's own
   */
  protected abstract void handle(int kind, long payload);

  /**
   * Writes all that decides what this component does from now on. A component that does not say it
   * keeps stretches of time from being skipped, nothing more.
   */
  protected void describe(RelativeState state) {
    state.putUnknown(getClass().getSimpleName());
  }

  /** The token that a pending event is about, or −1 where it is about none. */
  protected int tokenOf(int kind, long payload) {
    return -1;
  }

  /** What a component does with its events. */
  @FunctionalInterface
  public interface Handler {
    /** See {@link Component#handle}. */
    void handle(int kind, long payload);
  }

  /** A component that is but a handler. */
  public static Component of(Handler handler) {
    return new Component() {
      @Override
      protected void handle(int kind, long payload) {
        handler.handle(kind, payload);
      }
    };
  }
}
