package org.rpusim.workload.mapping;

import org.rpusim.workload.TestCases;
import org.rpusim.workload.network.Network;

/** The network whose times an image P2 tabulates. */
final class AlexNet {
  private AlexNet() {}

  /**
   * The network.
   *
   * @param ofFirst further keys of K1
   * @param mapping keys of the mapping
   */
  static Network network(String ofFirst, String mapping) {
    return TestCases.network(
        """
        inputs: 3 x 227 x 227
        mapping: {%s}
        layers:
          - {kind: convolution, name: K1, channels: 96, kernel: 11, stride: 4, bias: false, %s}
          - {kind: max-pooling, kernel: 3, stride: 2}
          - {kind: convolution, name: K2, channels: 256, kernel: 5, padding: 2, bias: false}
          - {kind: max-pooling, kernel: 3, stride: 2}
          - {kind: convolution, name: K3, channels: 384, kernel: 3, padding: 1, bias: false}
          - {kind: convolution, name: K4, channels: 384, kernel: 3, padding: 1, bias: false}
          - {kind: convolution, name: K5, channels: 256, kernel: 3, padding: 1, bias: false}
          - {kind: max-pooling, kernel: 3, stride: 2}
          - {name: W6, units: 4096, bias: false}
          - {name: W7, units: 4096, bias: false}
          - {name: W8, units: 1000, bias: false}
        """
            .formatted(mapping, ofFirst));
  }
}
