package org.rpusim.chip.spec;

/**
 * Routers and links of a network on the chip, all alike.
 *
 * @param clockHertz clock of routers and links, Hz
 * @param flitBits bits of a flit, the unit of queues and credits
 * @param linkBits wires of a link, one bit a cycle each
 * @param packetFlits most flits of a packet; longer transfers are several packets
 * @param headerBits bits of a packet that say where it goes
 * @param queueFlits room of each queue at a router's input, flits; it holds a whole packet
 * @param virtualChannels queues of each link
 * @param routerCycles clock cycles from a head's arrival until it may leave
 * @param columns routers of a row of a mesh or torus, and cells of a row of the floor plan; 0 for
 *     as square as can be
 * @param memoryPorts places at the edge where the memory is joined to the network
 * @param wirePsPerMillimetre time of a signal along a wire, ps/mm
 * @param wireJoulesPerBitMillimetre energy of one bit along a wire, J/mm
 * @param routerFlitJoules energy of one flit through a router, J
 */
public record NetworkSpec(
    double clockHertz,
    int flitBits,
    int linkBits,
    int packetFlits,
    int headerBits,
    int queueFlits,
    int virtualChannels,
    int routerCycles,
    int columns,
    int memoryPorts,
    long wirePsPerMillimetre,
    double wireJoulesPerBitMillimetre,
    double routerFlitJoules) {

  /** Clock cycles that a flit takes on a link: ceil(flit / wires). */
  public int cyclesPerFlit() {
    return Math.ceilDiv(flitBits, linkBits);
  }

  /** Bits of a transfer that fit a packet besides its header. */
  public long payloadBits() {
    return (long) packetFlits * flitBits - headerBits;
  }
}
