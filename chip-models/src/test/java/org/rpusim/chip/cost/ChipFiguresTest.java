package org.rpusim.chip.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.chip.spec.ChipSpec;

final class ChipFiguresTest {
  private static final Percentage THREE = Percentage.withPercentage(3);

  @Test
  void everyFigureOfThePaperIsReproducedWithinThreePercent() {
    int references = 0;
    for (String name : ChipPresets.names()) {
      for (Figure figure : FigureTable.of(chip(name))) {
        Figure.Reference reference = figure.reference();
        if (reference != null) {
          references++;
          assertThat(figure.value())
              .as(name + " " + figure.key())
              .isCloseTo(reference.value(), THREE);
        }
      }
    }
    assertThat(references).isEqualTo(3 * 6 + 5 + 6 + 5);
  }

  @Test
  void designTwoHasTheFiguresOfTheAbstract() {
    ChipFigures f = ChipFigures.of(chip("gokmen2016-design2"));
    assertThat(f.operationsPerSecond()).isCloseTo(20_971.52e12, within(1e6));
    assertThat(f.saturatedOperationsPerSecond()).isEqualTo(f.operationsPerSecond());
    assertThat(f.watts()).isCloseTo(50 * (1.9627 + 2.6) + 20, within(0.01));
    assertThat(f.operationsPerSecondPerWatt()).isCloseTo(84e12, Percentage.withPercentage(1));
    assertThat(f.weights()).isEqualTo(838_860_800L);
    assertThat(f.readCyclePs()).isEqualTo(80_000);
  }

  @Test
  void aTileDrawsArrayConvertersAndOpAmps() {
    ChipFigures f = ChipFigures.of(chip("gokmen2016-design2"));
    double array = 2 * 4096.0 * 4096.0 / 24e6 * 0.2;
    assertThat(f.tileWatts()).isCloseTo(array + 4096 * 0.24e-3 + 0.7, within(1e-12));
    assertThat(array).isCloseTo(0.28, within(0.001));
  }

  @Test
  void aSharedUnitOfFiftyGigaOpsKeepsOneTileActiveAndSlowsItDown() {
    ChipFigures f = ChipFigures.of(chip("gokmen2016-design3"));
    assertThat(f.activeTiles()).isEqualTo(1);
    assertThat(f.saturatedOperationsPerSecond())
        .isCloseTo(f.operationsPerSecond() * 50 / 51.2, within(1.0));
    assertThat(ChipFigures.of(chip("gokmen2016-design3", "digital.rate=154 GOps/s")).activeTiles())
        .isEqualTo(3);
    assertThat(ChipFigures.of(chip("gokmen2016-design3", "digital.rate=1 POps/s")).activeTiles())
        .isEqualTo(100);
  }

  @Test
  void halfTheDigitalRateHalvesWhatTheChipSustains() {
    ChipFigures f = ChipFigures.of(chip("gokmen2016-design2", "digital.rate=25.6 GOps/s"));
    assertThat(f.saturatedOperationsPerSecond())
        .isCloseTo(f.operationsPerSecond() / 2, within(1.0));
  }

  @Test
  void slowConvertersSetTheReadCycle() {
    ChipFigures f = ChipFigures.of(chip("gokmen2016-design2", "adc.conversionRate=400 MHz"));
    assertThat(f.readCyclePs()).isEqualTo(160_000);
  }

  @Test
  void areaIsTheLargerOfArrayAndPeripheryAndAddsUp() {
    ChipArea one = ChipArea.of(chip("gokmen2016-design1"));
    assertThat(one.arraySquareMillimetres()).isCloseTo(2.68435456, within(1e-12));
    assertThat(one.converterSquareMillimetres()).isCloseTo(64 * 0.0256, within(1e-12));
    assertThat(one.tileSquareMillimetres()).isEqualTo(one.arraySquareMillimetres());
    assertThat(one.chipSquareMillimetres()).isCloseTo(12 * (2.68435456 + 47), within(1e-9));
    ChipArea unshared = ChipArea.of(chip("gokmen2016-design1", "adc.linesPerConverter=1"));
    assertThat(unshared.tileSquareMillimetres())
        .isCloseTo(4096 * 0.0256 + 8192 * 100e-6, within(1e-9));
  }

  @Test
  void anActionCostsWhatItsFormulaSays() {
    EnergyPerAction e = EnergyPerAction.of(chip("gokmen2016-design2"));
    assertThat(e.conversionJoules()).isEqualTo(19.2e-12);
    assertThat(e.integratorReadJoules() * 4096).isCloseTo(0.7 * 80e-9, within(1e-20));
    assertThat(e.pulseGeneratorPicosecondJoules() * 20_000 * 8192).isCloseTo(0.7 * 20e-9, within(1e-20));
    assertThat(e.deviceStepJoules() * 15).isCloseTo(2 / 24e6 * 80e-9, within(1e-26));
    double line = 0.25 * 4096 * 0.4 * 0.2e-15;
    assertThat(e.rowPulseJoules()).isCloseTo(line, within(1e-22));
    assertThat(e.columnPulseJoules()).isCloseTo(line, within(1e-22));
    assertThat(e.halfSelectedDeviceJoules()).isCloseTo(0.25 * 2 / 24e6 * 1e-9, within(1e-30));
    assertThat(e.digitalWatts()).isCloseTo(130, within(1e-9));
    assertThat(e.interconnectWatts()).isEqualTo(20);
  }

  @Test
  void aRowPulseChargesTheLineAlongTheColumns() {
    EnergyPerAction e =
        EnergyPerAction.of(chip("gokmen2016-design2", "tile.rows=128", "tile.columns=256"));
    assertThat(e.rowPulseJoules()).isCloseTo(2 * e.columnPulseJoules(), within(1e-25));
  }

  @Test
  void aChipThatIsNoPresetStandsBesideNoPaper() {
    ChipSpec own = chip("gokmen2016-design2", "chip.name=mine");
    assertThat(FigureTable.of(own)).allMatch(figure -> figure.reference() == null);
  }

  @Test
  void figuresPrintWithUnits() {
    Figure first = FigureTable.of(chip("gokmen2016-design2")).getFirst();
    assertThat(first.valueText()).isEqualTo("419.4 TOps/s");
    assertThat(first.referenceText()).isEqualTo("419 TOps/s");
    assertThat(first.deviationPercent()).isCloseTo(0.1, within(0.01));
  }

  @Test
  void largeThroughputsPrintInTeraOps() {
    Figure peak = figure(chip("gokmen2016-design2"), "throughput");
    assertThat(peak.valueText()).isEqualTo("20,972 TOps/s");
    assertThat(peak.referenceText()).isEqualTo("20,970 TOps/s");
  }

  @Test
  void aFigureThatDiffersIsExplained() {
    assertThat(figure(chip("gokmen2016-design1"), "power").remark())
        .isEqualTo("the paper's 20 W a core would give 264 W");
    Figure power = figure(chip("gokmen2016-design1", "digital.unitPower=20 W"), "power");
    assertThat(power.value()).isCloseTo(264, within(0.5));
    assertThat(power.remark()).isEqualTo("this chip is changed from the paper's");
  }

  private static Figure figure(ChipSpec chip, String key) {
    return FigureTable.of(chip).stream()
        .filter(figure -> figure.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static ChipSpec chip(String name, String... sets) {
    return ChipPresets.load(name, Overrides.parse(List.of(sets))).spec();
  }
}
