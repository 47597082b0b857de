package org.rpusim.workload.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.math.Kernels;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.preset.WorkloadPresets;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.spec.LanguageModelSpec;
import org.rpusim.workload.text.EmbeddedGrammar;
import org.rpusim.workload.text.Texts;

/** Language models from their file to their figures. */
class LanguageRunTest {
  private static LanguageModelSpec spec(String... pairs) {
    return (LanguageModelSpec)
        WorkloadPresets.load("lstm-grammar", Overrides.parse(List.of(pairs))).spec();
  }

  private static RunResult run(LanguageModelSpec spec, String... chip) {
    return Simulator.run(
        TestCases.chip(chip),
        spec,
        Texts.load(spec, null),
        new RunOptions(1, Kernels.best()),
        RunListener.NONE);
  }

  private static double figure(RunResult result, String path) {
    Double value = result.metrics().number(path);
    assertThat(value).as(path).isNotNull();
    return value == null ? Double.NaN : value;
  }

  /**
   * An untrained network gives ln(symbols); the frequencies of single letters alone take a tenth
   * off, so what is below half of it knows words.
   */
  @Test
  void aShortTrainingComesNearTheEntropyRateAndNeverBelow() {
    LanguageModelSpec spec =
        spec("workload.characters=60000", "workload.epochs=1", "workload.layers[0].units=32");
    RunResult result = run(spec, TestCases.FLOATING_POINT);
    double crossEntropy = figure(result, "accuracy.testCrossEntropyNats");
    double least = figure(result, "accuracy.entropyRateNats");
    assertThat(least).isEqualTo(EmbeddedGrammar.grammar().entropyRateNats());
    // 6,000 characters are off by 3 % in one of a thousand texts.
    assertThat(crossEntropy).isGreaterThan(0.97 * least).isLessThan(0.5 * StrictMath.log(27));
    assertThat(result.complete()).isTrue();
    assertThat(result.epochs().getFirst().testCrossEntropyNats()).isEqualTo(crossEntropy);
    assertThat(figure(result, "samples.count")).isEqualTo(53_950);
    assertThat(figure(result, "time.perSampleSeconds") * 53_950)
        .isCloseTo(figure(result, "time.simulatedSeconds"), within(1e-9));
    double parts =
        result.metrics().values().keySet().stream()
            .filter(path -> path.startsWith("energy.perSampleByComponent."))
            .mapToDouble(path -> figure(result, path))
            .sum();
    assertThat(parts).isCloseTo(figure(result, "energy.perSampleJoules"), within(1e-12));
  }

  @Test
  void aTextShorterThanASequenceIsRefused() {
    LanguageModelSpec spec = spec("workload.characters=100", "workload.unroll=90");
    assertThatThrownBy(() -> run(spec))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("unroll x batch x inFlight is 90, and there are 89 characters")
        .hasMessageEndingWith("\nMaybe a longer text, or --set workload.unroll=89.");
    LanguageModelSpec batches = spec("workload.characters=100", "workload.batch=40");
    assertThatThrownBy(() -> run(batches))
        .hasMessageEndingWith("\nMaybe a longer text, or --set workload.unroll=2.");
    LanguageModelSpec tooMany = spec("workload.characters=100", "workload.batch=91");
    assertThatThrownBy(() -> run(tooMany))
        .hasMessageEndingWith("\nMaybe a longer text, or a smaller workload.batch.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "workload.layers[0].kind=lsmt|must be one of lstm, gru, plain.\nMaybe lstm is meant.",
        "workload.gateClip=0|must be a number, above 0 and not above 1000000, or off",
        "workload.dropout=1|must be a number, not below 0 and below 1",
        "workload.layers[0].name=out|must differ from those of other layers, and from out",
        "workload.steps=3|is no key",
      })
  void aWrongValueIsRefusedInOneClearSentence(String valueAndMessage) {
    int bar = valueAndMessage.indexOf('|');
    assertThatThrownBy(() -> spec(valueAndMessage.substring(0, bar)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(valueAndMessage.substring(bar + 1));
  }
}
