package org.rpusim.chip.array;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.spec.ManagementSpec.NoiseManagement;

/** What full scale a read has, on one weight of 1 without noise and converters. */
class NoiseManagementTest {
  private final TestArrays setup = new TestArrays(TestArrays.IDEAL).unlimited();
  private final ReadOutcome outcome = new ReadOutcome();
  private CrossbarArray array = setup.create(1, 1);
  private int clipped;

  @BeforeEach
  void expectNothingClipped() {
    clipped = 0;
  }

  private void create(NoiseManagement mode) {
    setup.noiseManagement = mode;
    array = setup.create(1, 1);
    array.setWeight(0, 0, 1f);
  }

  private float forward(float x, int attempt) {
    float[] y = new float[1];
    array.readForward(new float[] {x}, 0, y, 0, 0, attempt, outcome);
    clipped += outcome.clippedInputs;
    return y[0];
  }

  private float backward(float d) {
    float[] y = new float[1];
    array.readBackward(new float[] {d}, 0, y, 0, 0, 0, outcome);
    clipped += outcome.clippedInputs;
    return y[0];
  }

  @Test
  void withoutItFullScaleIsOneAndEachHalvingDoublesIt() {
    create(NoiseManagement.OFF);
    assertThat(forward(-1f, 0)).isEqualTo(-1f);
    assertThat(clipped).isZero();
    assertThat(forward(-3f, 0)).isEqualTo(-1f);
    assertThat(clipped).isEqualTo(1);
    assertThat(forward(3f, 1)).isEqualTo(2f);
    assertThat(clipped).isEqualTo(2);
    assertThat(forward(3f, 2)).isEqualTo(3f);
    assertThat(clipped).isEqualTo(2);
  }

  @Test
  void theLargestInputIsFullScaleAndNeverClipped() {
    create(NoiseManagement.ABS_MAX);
    for (float x = 0.1f; x < 30f; x *= 1.37f) {
      assertThat(forward(x, 0)).isCloseTo(x, Offset.offset(2e-7f * x));
      assertThat(outcome.inputOnSteps).isEqualTo(65536);
    }
    assertThat(clipped).isZero();
  }

  @Test
  void aConstantFullScaleOfEachDirectionClipsWhatIsBeyond() {
    setup.fullScale = 5; // and 0.5 backward
    create(NoiseManagement.CONSTANT);
    assertThat(forward(4f, 0)).isEqualTo(4f);
    assertThat(outcome.inputOnSteps).isEqualTo(Math.round(0.8 * 65536));
    assertThat(clipped).isZero();
    assertThat(forward(8f, 0)).isEqualTo(5f);
    assertThat(clipped).isEqualTo(1);
    assertThat(backward(0.5f)).isEqualTo(0.5f);
    assertThat(clipped).isEqualTo(1);
    assertThat(backward(-4f)).isEqualTo(-0.5f);
    assertThat(clipped).isEqualTo(2);
    assertThat(forward(0f, 0)).isZero();
    assertThat(outcome.inputOnSteps).isZero();
  }

  /** With momentum 0.5 the averages of 1, 3, 0.5 are 1, 2, 1.25. */
  @Test
  void theRunningAverageFollowsTheLargestInputs() {
    setup.averageMomentum = 0.5;
    create(NoiseManagement.RUNNING_AVERAGE);
    assertThat(forward(1f, 0)).isEqualTo(1f);
    assertThat(clipped).isZero();
    assertThat(forward(3f, 0)).isEqualTo(2f);
    assertThat(clipped).isEqualTo(1);
    assertThat(forward(0.5f, 0)).isEqualTo(0.5f);
    assertThat(outcome.inputOnSteps).isEqualTo(Math.round(0.5 / 1.25 * 65536));
    assertThat(clipped).isEqualTo(1);
    assertThat(backward(7f)).isEqualTo(7f);
    assertThat(forward(-2f, 0)).isEqualTo(-1.625f);
  }

  @Test
  void aRetryReadsWithTheAverageOfItsFirstAttempt() {
    setup.averageMomentum = 0.5;
    create(NoiseManagement.RUNNING_AVERAGE);
    forward(1f, 0);
    assertThat(forward(3f, 0)).isEqualTo(2f);
    assertThat(forward(3f, 1)).isEqualTo(3f);
    assertThat(outcome.inputOnSteps).isEqualTo(49152); // 3/4 of full scale
    assertThat(forward(3f, 2)).isEqualTo(3f);
    assertThat(outcome.inputOnSteps).isEqualTo(24576);
  }

  @Test
  void zerosAreNotReadAndLeaveTheAverageAlone() {
    setup.averageMomentum = 0.5;
    create(NoiseManagement.RUNNING_AVERAGE);
    assertThat(forward(0f, 0)).isZero();
    assertThat(outcome.activeInputs).isZero();
    assertThat(forward(2f, 0)).isEqualTo(2f);
    forward(0f, 0);
    assertThat(forward(2f, 0)).isEqualTo(2f);
    assertThat(outcome.inputOnSteps).isEqualTo(65536);
  }

  @Test
  void aHeldAverageStaysAsItIs() {
    setup.averageMomentum = 0.5;
    create(NoiseManagement.RUNNING_AVERAGE);
    array.holdAverages(true);
    assertThat(forward(4f, 0)).isEqualTo(4f);
    array.holdAverages(false);
    assertThat(forward(1f, 0)).isEqualTo(1f);
    array.holdAverages(true);
    assertThat(forward(8f, 0)).isEqualTo(1f);
    array.holdAverages(false);
    assertThat(forward(1f, 0)).isEqualTo(1f);
    assertThat(outcome.inputOnSteps).isEqualTo(65536);
  }
}
