package org.rpusim.chip.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Which errors of a file are told together. */
final class SectionTest {
  @Test
  void wrongMissingAndUnknownValuesAreToldInTheOrderOfLines() {
    assertThat(errors("b: x\nother: 1\na: 99\n", SectionTest::sum))
        .containsExactly(
            "f:1: b is x, but must be a whole number from 1 to 9.",
            "f:1: c is missing; it must be a whole number from 1 to 9.",
            "f:2: other is no key; the file has notes, a, b, c.",
            "f:3: a is 99, but must be a whole number from 1 to 9.");
  }

  @Test
  void whatAReaderFindsAfterAWrongValueMayFollowFromIt() {
    assertThat(
            errors(
                "a: 99\n",
                s -> {
                  number(s, "a", "1");
                  throw s.bad("a", "must be more", null);
                }))
        .containsExactly("f:1: a is 99, but must be a whole number from 1 to 9.");
  }

  @Test
  void aWrongChoiceEndsTheReadingAsItMayDecideOnKeys() {
    assertThat(
            errors(
                "kind: z\na: 99\nother: 1\n",
                s -> {
                  ValueType<String> kinds = ValueTypes.name(ImmutableList.of("x", "y"));
                  s.read("kind", kinds, "x", Firmness.GIVEN, "kind");
                  return number(s, "a", "1");
                }))
        .containsExactly("f:1: kind is z, but must be one of x, y.");
  }

  private static int sum(Section s) {
    return number(s, "a", "1") + number(s, "b", "1") + number(s, "c", Section.REQUIRED);
  }

  private static int number(Section s, String name, String byDefault) {
    return s.read(name, ValueTypes.integer(1, 9), byDefault, Firmness.GIVEN, "a number");
  }

  /** First lines of all errors. */
  private static List<String> errors(String yaml, Function<Section, Integer> reader) {
    Node.Mapping file = YamlReader.read("f", yaml);
    ConfigException error =
        catchThrowableOfType(
            ConfigException.class, () -> Section.read(file, ImmutableSet.of(), reader));
    return error.all().stream()
        .map(one -> String.valueOf(one.getMessage()).lines().findFirst().orElse(""))
        .toList();
  }
}
