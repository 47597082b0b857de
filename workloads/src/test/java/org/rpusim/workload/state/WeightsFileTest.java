package org.rpusim.workload.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rpusim.chip.array.CrossbarArray;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.mapping.Mapper;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.training.NetworkArrays;

/** The format of weights.bin, byte by byte, and weights that go from arrays to arrays. */
class WeightsFileTest {
  private static final NetworkWeights TWO =
      new NetworkWeights(
          ImmutableList.of(
              new LayerWeights("W1", 1, 2, 2, new float[] {1, 2, 3, 4}),
              new LayerWeights("é", 1, 1, 1, new float[] {-0.5f})));

  @TempDir Path folder = Path.of("");

  @Test
  void theBytesAreThoseOfTheDocument() throws IOException {
    Path file = folder.resolve("w");
    WeightsFile.write(file, TWO);
    ByteBuffer bytes = ByteBuffer.allocate(12 + 4 + 34 + 22).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put("RPUSIM-W".getBytes(StandardCharsets.US_ASCII)).putInt(1).putInt(2);
    bytes.putInt(2).put((byte) 'W').put((byte) '1').putInt(1).putInt(2).putInt(2);
    bytes.putFloat(1).putFloat(2).putFloat(3).putFloat(4);
    bytes.putInt(2).put("é".getBytes(StandardCharsets.UTF_8)).putInt(1).putInt(1).putInt(1);
    bytes.putFloat(-0.5f);
    byte[] content = bytes.array();
    byte[] written = Files.readAllBytes(file);
    assertThat(written).startsWith(content).endsWith(Hashing.sha256().hashBytes(content).asBytes());
    assertThat(written).hasSize(content.length + 32);
    LayerWeights first = WeightsFile.read(file).layers().getFirst();
    assertThat(first.name()).isEqualTo("W1");
    assertThat(first.value(0, 1, 0)).isEqualTo(3);
    assertThat(first.weight(0, 1)).isEqualTo(3);
  }

  /** A layer of 2 GB in a file of 100 bytes. */
  @Test
  void aFalseClaimTakesNoMemory() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(12 + 4 + 18).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put("RPUSIM-W".getBytes(StandardCharsets.US_ASCII)).putInt(1).putInt(1);
    bytes.putInt(2).put((byte) 'W').put((byte) '1').putInt(1 << 15).putInt(1 << 14).putInt(1);
    byte[] content = bytes.array();
    Path file = folder.resolve("w");
    byte[] sum = Hashing.sha256().hashBytes(content).asBytes();
    Files.write(file, ByteBuffer.allocate(content.length + 32).put(content).put(sum).array());
    assertThatThrownBy(() -> WeightsFile.read(file))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("ends too early");
  }

  private static Mapping mapping(int devices, String... settings) {
    ChipSpec chip = TestCases.chip(settings);
    return Mapper.map(
        TestCases.network(
            "inputs: 12\nlayers: [{units: 9, devicesPerWeight: %d}, {units: 4}]\n"
                .formatted(devices)),
        chip);
  }

  private static ImmutableList<CrossbarArray> arrays(Mapping mapping, long seed) {
    return NetworkArrays.create(mapping, seed, Kernels.of("scalar"));
  }

  /** However the matrix is cut, and with as many devices or not. */
  @ParameterizedTest
  @CsvSource({"1, 1", "3, 3", "3, 1", "1, 2"})
  void weightsGoFromArraysToArrays(int from, int to) {
    Mapping source = mapping(from, "tile.rows=8", "tile.columns=5", "device.preset=ideal");
    NetworkWeights saved = NetworkWeights.of(source, arrays(source, 1));
    Mapping target = mapping(to, "device.preset=ideal");
    ImmutableList<CrossbarArray> arrays = arrays(target, 2);
    saved.writeTo(target, arrays, "a test");
    NetworkWeights found = NetworkWeights.of(target, arrays);
    for (int layer = 0; layer < 2; layer++) {
      LayerWeights a = saved.layers().get(layer);
      LayerWeights b = found.layers().get(layer);
      for (int row = 0; row < a.rows(); row++) {
        for (int column = 0; column < a.columns(); column++) {
          assertThat(b.weight(row, column)).isCloseTo(a.weight(row, column), within());
        }
      }
    }
  }

  private static org.assertj.core.data.Offset<Float> within() {
    return org.assertj.core.api.Assertions.within(1e-6f);
  }

  @Test
  void weightsOfAnotherNetworkAreRefused() {
    Mapping other = mapping(1);
    assertThatThrownBy(() -> TWO.writeTo(other, arrays(other, 1), "w.bin"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("The weights of w.bin are W1 of 1 x 2, é of 1 x 1")
        .hasMessageContaining("W1 of 9 x 13");
  }
}
