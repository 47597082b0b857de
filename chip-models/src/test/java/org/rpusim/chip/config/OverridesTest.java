package org.rpusim.chip.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class OverridesTest {
  private static final Node.Mapping FILE =
      YamlReader.read("a.yaml", "tile:\n  rows: 1\n  columns: 2\nlist: [{a: 1}, {a: 2}]\n");

  @Test
  void aPairReplacesOneValueAndSaysWhereItComesFrom() {
    Node.Mapping tile = group(over("tile.rows=128"), "tile");
    assertThat(text(tile, "rows")).isEqualTo("128");
    assertThat(text(tile, "columns")).isEqualTo("2");
    Node rows = tile.entries().get("rows");
    assertThat(rows).isNotNull();
    assertThat(rows == null ? "" : rows.where().of("tile.rows")).isEqualTo("--set tile.rows");
  }

  @Test
  void aLaterPairWins() {
    assertThat(text(group(over("tile.rows=3", "tile.rows=4"), "tile"), "rows")).isEqualTo("4");
  }

  @Test
  void aPairMayAddAGroupThatTheFileLacks() {
    assertThat(text(group(over("adc.bits=7"), "adc"), "bits")).isEqualTo("7");
  }

  @Test
  void anIndexReachesIntoAList() {
    Node.Sequence list = (Node.Sequence) over("list[1].a=9").entries().get("list");
    assertThat(list).isNotNull();
    assertThat(list == null ? "" : text((Node.Mapping) list.items().get(1), "a")).isEqualTo("9");
    assertThatThrownBy(() -> over("list[2].a=9"))
        .hasMessage(
            "--set list[2].a is beyond the list's end; it has 2 entries, counted from 0.\n"
                + "Maybe list[1].a is meant.");
  }

  @Test
  void whatRunsWriteDownCannotBeSet() {
    assertThatThrownBy(() -> over("run.seed=7"))
        .hasMessage(
            "--set run.seed is written down by a run, and read by none.\n"
                + "Maybe --seed 7 is meant.");
  }

  @Test
  void aValueMayBeAList() {
    Node.Sequence list = (Node.Sequence) over("list=[{a: 5}]").entries().get("list");
    assertThat(list == null ? 0 : list.items().size()).isEqualTo(1);
    assertThatThrownBy(() -> over("list=[{a: 5}"))
        .hasMessage(
            "--set list is not a list or group in YAML: [{a: 5}.\n"
                + "Maybe a bracket, comma or colon is missing.");
  }

  @Test
  void aPresetClearsItsGroupAndValuesStandBesideItInAnyOrder() {
    Node.Mapping tile = group(over("tile.rows=5", "tile.preset=x"), "tile");
    assertThat(tile.entries().keySet()).containsExactly("preset", "rows");
  }

  @Test
  void pairsOfTheWorkloadAreToldFromThoseOfTheChip() {
    Overrides all = Overrides.parse(List.of("tile.rows=5", "workload.epochs=2"));
    assertThat(all.ofChip().over(FILE).entries()).doesNotContainKey("workload");
    assertThat(text(group(all.ofWorkload().over(FILE), "tile"), "rows")).isEqualTo("1");
  }

  @Test
  void whatIsNoPairIsRefused() {
    assertThatThrownBy(() -> over("tile.rows"))
        .hasMessage(
            "--set tile.rows has no value; it takes key=value.\n"
                + "Maybe --set tile.rows=… is meant.");
    assertThatThrownBy(() -> over("=3"))
        .hasMessage(
            "--set =3 does not begin with a dotted key, such as tile.rows.\n"
                + "Maybe --set tile.rows=… is meant.");
  }

  private static Node.Mapping over(String... pairs) {
    return Overrides.parse(List.of(pairs)).over(FILE);
  }

  private static Node.Mapping group(Node.Mapping file, String name) {
    Node group = file.entries().get(name);
    assertThat(group).isInstanceOf(Node.Mapping.class);
    return group instanceof Node.Mapping mapping ? mapping : file;
  }

  private static String text(Node.Mapping group, String name) {
    return group.entries().get(name) instanceof Node.Scalar scalar ? scalar.text() : "";
  }
}
