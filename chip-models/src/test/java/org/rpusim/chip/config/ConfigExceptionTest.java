package org.rpusim.chip.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ConfigExceptionTest {
  @Test
  void aValueWithLineBreaksAndControlCharactersStaysInItsSentence() {
    String value = "a\r\n\tb\u001b[31m\u0085\u00e9";
    assertThat(new ConfigException("x is " + value + ".", "Maybe y\nis meant."))
        .hasMessage("x is a\\r\\n\\tb\\u001b[31m\\u0085\u00e9.\nMaybe y\\nis meant.");
  }

  @Test
  void whatHasNoControlCharacterIsShownAsItIs() {
    assertThat(new ConfigException("x is 5 µm.")).hasMessage("x is 5 µm.");
  }
}
