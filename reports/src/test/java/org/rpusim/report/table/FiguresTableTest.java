package org.rpusim.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.config.Firmness;
import org.rpusim.chip.cost.Figure;
import org.rpusim.core.units.Dimension;

final class FiguresTableTest {
  @Test
  void aFigureStandsBesideThePapersValueOrAlone() {
    Figure.Reference paper = new Figure.Reference(2, Firmness.UNCONFIRMED, "rounded");
    Figure power = new Figure("p", "tile power", 1.96, Dimension.POWER, paper);
    Figure same =
        new Figure(
            "t",
            "throughput",
            419e12,
            Dimension.OPERATION_RATE,
            new Figure.Reference(419.001e12, Firmness.STATED, ""));
    Figure alone = new Figure("n", "tiles", 50, Dimension.COUNT, null);
    assertThat(FiguresTable.of("x", ImmutableList.of(power, same, alone)))
        .isEqualTo(
            """
            What x reaches at its peak, from its components

              figure      value       paper       firmness     deviation  remark
              tile power  1.96 W      2 W         unconfirmed  -2.0 %     rounded
              throughput  419 TOps/s  419 TOps/s  stated       0.0 %
              tiles       50
            """);
  }
}
