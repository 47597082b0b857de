package org.rpusim.report.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A study of four points on the embedded digits that takes a second. */
public final class TinyStudy {
  private static final String TEXT =
      """
      name: tiny
      description: four devices on the digits
      workload: mlp-digits
      baseline: exact
      full: {epochs: 2, samples: 60, seeds: 2}
      quick: {epochs: 1, samples: 40, seeds: 1}
      set: {dac.bits: "off", adc.bits: "off"}
      panels:
        - title: Devices
          points:
            - name: exact
              label: floating point
              inherit: false
              set: {device.preset: floating-point}
              expect:
                - {is: at-most, value: 100, firmness: derived}
            - {name: ideal, label: ideal, set: {device.preset: ideal}}
        - name: B
          title: Weight bound
          ordered: true
          points:
            - name: narrow
              label: "0.05"
              set: {device.weightBound: 0.05}
              expect:
                - {from: exact, is: at-least, value: -100, firmness: derived, atAnyScale: true}
            - {name: wide, label: "0.6", set: {device.weightBound: 0.6}}
            - {name: unknown, optional: true, set: {device.colour: red}}
      """;

  private TinyStudy() {}

  /** The study as a file of a folder. */
  public static Path file(Path folder) throws IOException {
    return Files.writeString(folder.resolve("tiny.yaml"), TEXT);
  }

  /** The study with a word of its file replaced. */
  public static Path file(Path folder, String old, String replacement) throws IOException {
    return Files.writeString(folder.resolve("tiny.yaml"), TEXT.replace(old, replacement));
  }
}
