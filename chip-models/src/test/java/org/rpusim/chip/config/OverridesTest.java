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
  void anEntryThatNamesItselfIsReachedByItsName() {
    Node.Mapping file = YamlReader.read("a.yaml", "list: [{name: x, a: 1}, {name: y, a: 2}]\n");
    Node.Mapping changed = Overrides.parse(List.of("list.y.a=9")).over(file);
    Node.Sequence list = (Node.Sequence) changed.entries().get("list");
    assertThat(list == null ? "" : text((Node.Mapping) list.items().get(0), "a")).isEqualTo("1");
    assertThat(list == null ? "" : text((Node.Mapping) list.items().get(1), "a")).isEqualTo("9");
  }

  @Test
  void anEntryThatIsNotToldFromOthersIsRefused() {
    assertThatThrownBy(() -> over("list.x.a=9"))
        .hasMessage(
            "--set list.x.a does not say which entry of the list list: none names itself x; it has"
                + " 2 entries, counted from 0.\n"
                + "Maybe --set \"list[0].a=…\" is meant.");
    Node.Mapping twice = YamlReader.read("a.yaml", "list: [{a: 1}, {name: y}, {name: y}]\n");
    assertThatThrownBy(() -> Overrides.parse(List.of("list.y.a=9")).over(twice))
        .hasMessageContaining(": 2 name themselves y; it has 3 entries")
        .hasMessageEndingWith("Maybe --set \"list[1].a=…\" is meant.");
  }

  @Test
  void anIndexStandsInBrackets() {
    assertThatThrownBy(() -> over("list.0.b.10=9"))
        .hasMessage(
            "--set list.0.b.10=9 counts an entry of a list after a dot; its place is in"
                + " brackets.\n"
                + "Maybe --set \"list[0].b[10]=…\" is meant.");
  }

  @Test
  void anIndexIsOfAList() {
    assertThatThrownBy(() -> over("tile[0].rows=9"))
        .hasMessage(
            "--set tile[0].rows counts entries, but tile is no list.\n"
                + "Maybe tile.rows is meant.");
    assertThatThrownBy(() -> over("lost[0].a=9"))
        .hasMessage(
            "--set lost[0].a counts entries, but lost has no entries yet.\n"
                + "Maybe give the whole list.");
  }

  @Test
  void aValueOfAnOptionIsToldByIt() {
    Node.Mapping tile =
        group(Overrides.NONE.withOption("--rows", "tile.rows", "3").over(FILE), "tile");
    Node rows = tile.entries().get("rows");
    assertThat(text(tile, "rows")).isEqualTo("3");
    assertThat(rows == null ? "" : rows.where().of("tile.rows")).isEqualTo("--rows (tile.rows)");
  }

  @Test
  void whatRunsWriteDownCannotBeSet() {
    assertThatThrownBy(() -> over("run.seed=7"))
        .hasMessage(
            "--set run.seed is of a run, and stands in its file alone.\n"
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
