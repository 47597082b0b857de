package org.rpusim.report.folder;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.junit.jupiter.api.Test;
import org.rpusim.workload.result.ComponentResult;
import org.rpusim.workload.result.EpochResult;
import org.rpusim.workload.result.LayerFigures;

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
  void aLayerIsOneRowHoweverItIsCut() {
    LayerFigures layer =
        new LayerFigures(
            "K1",
            96,
            363,
            3025,
            105_415_200,
            242,
            1,
            0.5,
            ImmutableMap.of("forwardReads", 30_250L));
    assertThat(RunTables.layers(ImmutableList.of(layer)))
        .isEqualTo(
            """
            layer,rows,columns,weightSharing,macs,readMicroseconds,tiles,energyJoules,forwardReads
            K1,96,363,3025,105415200,242.0,1,0.5,30250
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
