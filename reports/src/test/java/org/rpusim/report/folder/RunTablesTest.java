package org.rpusim.report.folder;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.junit.jupiter.api.Test;
import org.rpusim.workload.result.ComponentResult;
import org.rpusim.workload.result.EpochResult;

final class RunTablesTest {
  @Test
  void epochsAreOneLineEach() {
    EpochResult epoch = new EpochResult(1, 0.01, 0.25, 4.5, 0.05, 1.5, 12, 3456);
    assertThat(RunTables.epochs(ImmutableList.of(epoch)))
        .isEqualTo(
            """
            epoch,learningRate,trainLoss,testErrorPercent,simulatedSeconds,energyJoules,retries,coincidences
            1,0.01,0.25,4.5,0.05,1.5,12,3456
            """);
  }

  @Test
  void everyReasonOfAnyComponentIsAColumn() {
    ComponentResult array =
        new ComponentResult("tile0.array", "array", 1, ImmutableMap.of("data", 2.0), 3, 0.5, 7);
    ComponentResult bus =
        new ComponentResult("bus", "bus, \"wide\"", 1, ImmutableMap.of("busy", 4.0), 1, 0.25, 8);
    assertThat(RunTables.components(ImmutableList.of(array, bus)))
        .isEqualTo(
            """
            name,kind,busySeconds,idleSeconds,waiting.busySeconds,waiting.dataSeconds,energyJoules,actions
            tile0.array,array,1.0,3.0,0.0,2.0,0.5,7
            bus,"bus, ""wide""\",1.0,1.0,4.0,0.0,0.25,8
            """);
  }
}
