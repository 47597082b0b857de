package org.rpusim.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SetExpansionTest {
  @Test
  void everyPairAfterSetGetsASetOfItsOwn() {
    assertExpands(
        "run x --set a.b=1 c=2 d[0].e=3 --seed 4",
        "run x --set a.b=1 --set c=2 --set d[0].e=3 --seed 4");
    assertExpands("run --set=a=1 b=2 x", "run --set=a=1 --set b=2 x");
  }

  @Test
  void whatIsNoPairEndsTheRow() {
    assertExpands("run --set a=1 x b=2", "run --set a=1 x b=2");
    assertExpands("run --set a=1 --out b=2", "run --set a=1 --out b=2");
    assertExpands("run ./a=b --set a=1 ./c=d", "run ./a=b --set a=1 ./c=d");
  }

  private static void assertExpands(String before, String after) {
    assertThat(SetExpansion.expand(before.split(" "))).containsExactly(after.split(" "));
  }
}
