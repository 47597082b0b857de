package org.rpusim.workload.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DataSumTest {
  private final byte[] inputs = {1, 2, 3, 4};
  private final byte[] labels = {0, 1};

  @Test
  void differsWithEachByteAndSize() {
    String sum = DataSum.sha256(set(inputs, labels, inputs, labels, 1f));
    assertThat(sum).matches("[0-9a-f]{64}").isEqualTo(sumOf(inputs, labels, inputs, labels));
    byte[] others = {1, 2, 3, 5};
    assertThat(sumOf(others, labels, inputs, labels)).isNotEqualTo(sum);
    assertThat(sumOf(inputs, labels, others, labels)).isNotEqualTo(sum);
    byte[] swapped = {1, 0};
    assertThat(sumOf(inputs, swapped, inputs, labels)).isNotEqualTo(sum);
    assertThat(sumOf(inputs, labels, inputs, swapped)).isNotEqualTo(sum);
    assertThat(DataSum.sha256(set(inputs, labels, inputs, labels, 0.5f))).isNotEqualTo(sum);
  }

  @Test
  void theLineHasNameAndSizes() {
    DataSet data = set(inputs, labels, inputs, labels, 1f);
    assertThat(DataSum.of(data))
        .isEqualTo("tiny, 2 + 2 samples of 2 numbers, SHA-256 " + DataSum.sha256(data));
  }

  private static String sumOf(byte[] a, byte[] b, byte[] c, byte[] d) {
    return DataSum.sha256(set(a, b, c, d, 1f));
  }

  private static DataSet set(byte[] a, byte[] b, byte[] c, byte[] d, float scale) {
    return new DataSet("tiny", 2, 2, a, b, c, d, scale);
  }
}
