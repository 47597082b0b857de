package org.rpusim.core.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rpusim.core.random.RandomStream;

class QuantityTest {
  @ParameterizedTest
  @CsvSource({
    "80 ns, TIME, 8e-8",
    "80ns, TIME, 8e-8",
    "242 \u00B5s, TIME, 242e-6",
    "242 \u03BCs, TIME, 242e-6",
    "0.24 mW, POWER, 0.24e-3",
    "4096, COUNT, 4096",
    "1.28 M, COUNT, 1.28e6",
    "60 K, COUNT, 6e4",
    "3 TB/s, BANDWIDTH, 3e12",
    "51.2 GOps/s, OPERATION_RATE, 51.2e9",
    "51.2 GOp/s, OPERATION_RATE, 51.2e9",
    "839 TUpdates/s, UPDATE_RATE, 839e12",
    "84.5 TOps/s/W, EFFICIENCY, 84.5e12",
    "24 MOhm, RESISTANCE, 24e6",
    "24 M\u03A9, RESISTANCE, 24e6",
    "24 M\u2126, RESISTANCE, 24e6",
    "0.2 fF/um, CAPACITANCE_PER_LENGTH, 0.2e-9",
    "0.2 fF/\u00B5m, CAPACITANCE_PER_LENGTH, 0.2e-9",
    "200 pF/m, CAPACITANCE_PER_LENGTH, 0.2e-9",
    "0.36 Ohm/um, RESISTANCE_PER_LENGTH, 0.36e6",
    "19.2 pJ, ENERGY, 19.2e-12",
    "4 pJ/bit, ENERGY_PER_BIT, 4e-12",
    "4 pJ/Op, ENERGY_PER_OPERATION, 4e-12",
    "2.68 mm2, AREA, 2.68e-6",
    "2.68 mm\u00B2, AREA, 2.68e-6",
    "0.04 um^2, AREA, 0.04e-12",
    "0.4 um, LENGTH, 0.4e-6",
    "1 V, VOLTAGE, 1",
    "1 uA, CURRENT, 1e-6",
    "103 fF, CAPACITANCE, 103e-15",
    "800 MHz, FREQUENCY, 800e6",
    "64 kB, DATA, 64e3",
    "20 %, RATIO, 0.2",
    "0.2, RATIO, 0.2",
    "-.5e-3, NUMBER, -5e-4",
    "1.e3 ns, TIME, 1e-6",
  })
  void aTextGivesItsValueInTheBaseUnit(String text, Dimension dimension, double value) {
    assertThat(Quantity.parse(text, dimension)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "80, TIME",
    "80 parsec, TIME",
    "80 n s, TIME",
    "ns, TIME",
    "'', TIME",
    "'80,5 ns', TIME",
    "80 W, TIME",
    "80 NS, TIME",
    "1 J, POWER",
    "5 m, COUNT",
    "5 %, COUNT",
    "5 k, NUMBER",
    "5 m%, RATIO",
    "5 GB, BANDWIDTH",
    "5 GB/s/s, BANDWIDTH",
    "5 mm, AREA",
    "1e999 s, TIME",
    "1e1000 s, TIME",
    "NaN s, TIME",
    "Infinity s, TIME",
    "0x10 s, TIME",
  })
  void anyOtherTextIsRefusedWithTheTextAndTheAllowedUnits(String text, Dimension dimension) {
    assertThatThrownBy(() -> Quantity.parse(text, dimension))
        .isInstanceOf(UnitException.class)
        .hasMessageContaining("\"" + text + "\" is no " + dimension.label())
        .hasMessageContaining("Allowed")
        .satisfies(e -> assertThat(e.getMessage()).contains(dimension.units()));
  }

  @Test
  void theMessageIsOneClearSentenceWithAdvice() {
    assertThatThrownBy(() -> Quantity.parse("80 NS", Dimension.TIME))
        .hasMessage(
            "\"80 NS\" is no time: the unit is \"NS\". Allowed units: ps, ns, us, ms, s\n"
                + "Maybe \"ns\" is meant.");
    assertThatThrownBy(() -> Quantity.parse("80", Dimension.TIME))
        .hasMessage("\"80\" is no time: the unit is missing. Allowed units: ps, ns, us, ms, s");
  }

  @Test
  void timesAreExactPicoseconds() {
    assertThat(Quantity.parseTimePs("1.25 ns")).isEqualTo(1250);
    assertThat(Quantity.parseTimePs("80 ns")).isEqualTo(80_000);
    assertThat(Quantity.parseTimePs("242.0000010 us")).isEqualTo(242_000_001);
    assertThat(Quantity.parseTimePs("0 s")).isZero();
    assertThat(Quantity.parseTimePs("9223372.036854775807 s")).isEqualTo(Long.MAX_VALUE);
    assertThatThrownBy(() -> Quantity.parseTimePs("0.5 ps")).hasMessageContaining("not a whole");
    assertThatThrownBy(() -> Quantity.parseTimePs("-1 ns")).hasMessageContaining("negative");
    assertThatThrownBy(() -> Quantity.parseTimePs("1e7 s")).hasMessageContaining("out of range");
    assertThatThrownBy(() -> Quantity.parseTimePs("7 W")).isInstanceOf(UnitException.class);
  }

  @Test
  void aUnitOfChoiceSavesAFactorAndItsRounding() {
    Dimension capacitance = Dimension.CAPACITANCE_PER_LENGTH;
    assertThat(Quantity.parse("0.2 fF/um", capacitance, "fF/um")).isEqualTo(0.2);
    assertThat(Quantity.parse("200 aF/um", capacitance, "fF/um")).isEqualTo(0.2);
    assertThat(Quantity.formatExact(0.2, capacitance, "fF/um")).isEqualTo("0.2 fF/um");
    assertThat(Quantity.formatExact(0.0256, Dimension.AREA, "mm2")).isEqualTo("0.0256 mm2");
    assertThatThrownBy(() -> Quantity.parse("1 W", Dimension.POWER, "V"))
        .hasMessageContaining("no unit of this dimension");
  }

  @ParameterizedTest
  @CsvSource({
    "8e-8, TIME, 80 ns",
    "1.9583e0, POWER, 1.958 W",
    "999.96e-3, POWER, 1 W",
    "0, POWER, 0 W",
    "-0.0196, POWER, -19.6 mW",
    "20970e12, OPERATION_RATE, 20.97 POps/s",
    "419430.4e9, OPERATION_RATE, 419.4 TOps/s",
    "2.68e-6, AREA, 2.68 mm2",
    "600e-6, AREA, 600 mm2",
    "4e-14, AREA, 0.04 um2",
    "4096, COUNT, 4096",
    "235146, COUNT, 235.1 k",
    "0.2, RATIO, 20 %",
    "2e-10, CAPACITANCE_PER_LENGTH, 0.2 fF/um",
    "360000, RESISTANCE_PER_LENGTH, 0.36 Ohm/um",
    "1e-20, ENERGY, 0.01 aJ",
    "0.001, NUMBER, 0.001",
    "1e-30, NUMBER, 1E-30",
  })
  void aValueIsPrintedInTheUnitThatSuitsIt(double value, Dimension dimension, String text) {
    assertThat(Quantity.format(value, dimension)).isEqualTo(text);
  }

  @ParameterizedTest
  @EnumSource(Dimension.class)
  void anyDoubleComesBackFromItsExactText(Dimension dimension) {
    RandomStream random = new RandomStream(dimension.label().hashCode());
    for (int i = 0; i < 500; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (!Double.isFinite(value) || Math.abs(value) > 1e290) {
        continue;
      }
      if (i % 2 == 0) {
        value = random.nextInt(1_000_000) * 1e-9;
      }
      String text = Quantity.formatExact(value, dimension);
      assertThat(Quantity.parse(text, dimension)).as(text).isEqualTo(value + 0.0);
      String unit = dimension.units().getLast();
      String inUnit = Quantity.formatExact(value, dimension, unit);
      assertThat(Quantity.parse(inUnit, dimension, unit)).as(inUnit).isEqualTo(value + 0.0);
    }
  }

  @Test
  void anyTimeComesBackFromItsText() {
    RandomStream random = new RandomStream(1);
    for (int i = 0; i < 2000; i++) {
      long timePs = random.nextLong() >>> (1 + random.nextInt(63));
      assertThat(Quantity.parseTimePs(Quantity.formatTimePs(timePs))).isEqualTo(timePs);
    }
    assertThat(Quantity.formatTimePs(1250)).isEqualTo("1.25 ns");
    assertThat(Quantity.formatTimePs(0)).isEqualTo("0 s");
  }

  @ParameterizedTest
  @EnumSource(Dimension.class)
  void everyPrintedUnitIsReadAndTheyGrow(Dimension dimension) {
    double last = 0;
    for (String unit : dimension.units()) {
      double value = Quantity.parse("1 " + unit, dimension);
      assertThat(value).as(unit).isGreaterThan(last);
      last = value;
    }
  }

  @Test
  void theLocaleChangesNothing() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(Quantity.format(1.5e-9, Dimension.TIME)).isEqualTo("1.5 ns");
      assertThat(Quantity.parse("1.5 ns", Dimension.TIME)).isEqualTo(1.5e-9);
      assertThat(new Shape(4096, 785)).hasToString("4096 x 785");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void valuesThatAreNoNumbersAreNotPrinted() {
    assertThatThrownBy(() -> Quantity.format(Double.NaN, Dimension.POWER))
        .hasMessageContaining("NaN");
  }
}
