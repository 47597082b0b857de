package org.rpusim.core.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {
  @ParameterizedTest
  @ValueSource(strings = {"4096 x 785", "4096x785", " 4096 \u00D7 785 "})
  void rowsByColumnsAreRead(String text) {
    assertThat(Shape.parse(text)).isEqualTo(new Shape(4096, 785));
    assertThat(Shape.parse(text).toString()).isEqualTo("4096 x 785");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "4096", "4096 x", "0 x 5", "-1 x 5", "4096 * 4096", "1 x 9999999999"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> Shape.parse(text))
        .isInstanceOf(UnitException.class)
        .hasMessageContaining(text.strip());
  }
}
