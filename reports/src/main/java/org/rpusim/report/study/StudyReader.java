package org.rpusim.report.study;

import static org.rpusim.chip.config.Firmness.GIVEN;
import static org.rpusim.chip.config.Section.REQUIRED;
import static org.rpusim.chip.config.ValueTypes.choice;
import static org.rpusim.chip.config.ValueTypes.flag;
import static org.rpusim.chip.config.ValueTypes.integer;
import static org.rpusim.chip.config.ValueTypes.number;
import static org.rpusim.chip.config.ValueTypes.text;
import static org.rpusim.chip.config.ValueTypes.withWord;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Range;
import java.util.List;
import java.util.regex.Pattern;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Firmness;
import org.rpusim.chip.config.Node;
import org.rpusim.chip.config.Section;
import org.rpusim.chip.config.ValueType;
import org.rpusim.report.point.DefaultChip;
import org.rpusim.report.table.FigureText;

/** Reads a study's file. */
final class StudyReader {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
  private static final ValueType<Double> ANY = number(Range.closed(-1e18, 1e18));
  private static final ValueType<Double> NOT_NEGATIVE = number(Range.closed(0.0, 1e18));
  private static final ValueType<Integer> SIZE = withWord("all", 0, integer(1, Integer.MAX_VALUE));

  private StudyReader() {}

  static Study read(Node.Mapping file, String defaultName) {
    SetKeys sets = new SetKeys(file);
    Section s = Section.root(sets.rest(), ImmutableSet.of());
    Study study =
        new Study(
            s.read("name", text(), defaultName, GIVEN, "name"),
            s.read("description", text(), REQUIRED, GIVEN, "one line for lists"),
            optional(s, "source"),
            s.read("workload", text(), REQUIRED, GIVEN, "preset or file"),
            s.read("chip", text(), DefaultChip.NAME, GIVEN, "preset or file"),
            s.read("figure", text(), "accuracy.testErrorPercent", GIVEN, "figure compared, %"),
            figures(s),
            optional(s, "baseline"),
            scale(s.section("full")),
            scale(s.section("quick")),
            s.read("runSeconds", NOT_NEGATIVE, "60", GIVEN, "wall time of a full run"),
            s.read("quickRunSeconds", NOT_NEGATIVE, "5", GIVEN, "wall time of a quick run"),
            remarks(s),
            panels(s, sets));
    s.finish();
    StudyNames.check(study, file.where().source());
    return study;
  }

  private static String optional(Section s, String name) {
    return s.has(name) ? s.read(name, text(), REQUIRED, GIVEN, "a text") : "";
  }

  private static Scale scale(Section s) {
    return new Scale(
        s.read("epochs", SIZE, "all", GIVEN, "epochs of a run"),
        s.read("samples", SIZE, "all", GIVEN, "samples of an epoch"),
        s.read("seeds", integer(1, 1000), "1", GIVEN, "seeds of each point"));
  }

  private static ImmutableList<String> remarks(Section s) {
    return entries(s, "remarks").stream()
        .map(entry -> entry.read("remark", text(), REQUIRED, GIVEN, "a sentence"))
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableList<FurtherFigure> figures(Section s) {
    return entries(s, "figures").stream()
        .map(entry ->
            new FurtherFigure(
                entry.read("path", text(), REQUIRED, GIVEN, "where it stands in metrics.json"),
                entry.read("label", text(), REQUIRED, GIVEN, "words in tables and charts"),
                optional(entry, "unit")))
        .collect(ImmutableList.toImmutableList());
  }

  private static FurtherFigure ownFigure(Section s) {
    String path = s.read("figure", text(), REQUIRED, GIVEN, "figure that the reference is of");
    String label = s.read("label", text(), FigureText.label(path), GIVEN, "words for it");
    return new FurtherFigure(path, label, optional(s, "unit"));
  }

  private static List<Section> entries(Section s, String name) {
    return s.has(name) ? s.list(name, name + ": [{…}]") : ImmutableList.of();
  }

  private static ImmutableList<Panel> panels(Section s, SetKeys sets) {
    ImmutableList.Builder<Panel> panels = ImmutableList.builder();
    ImmutableList<Section> entries = s.list("panels", "panels: [{title: …, points: […]}]");
    for (int i = 0; i < entries.size(); i++) {
      Section entry = entries.get(i);
      panels.add(
          new Panel(
              optional(entry, "name"),
              entry.read("title", text(), REQUIRED, GIVEN, "what differs"),
              entry.read("ordered", flag(), "false", GIVEN, "points go from worst to best"),
              points(entry, i, sets)));
    }
    return panels.build();
  }

  private static ImmutableList<StudyPoint> points(Section panel, int index, SetKeys sets) {
    ImmutableList.Builder<StudyPoint> points = ImmutableList.builder();
    String workload = optional(panel, "workload");
    String chip = optional(panel, "chip");
    ImmutableList<Section> entries = panel.list("points", "points: [{name: a, label: a}]");
    for (int i = 0; i < entries.size(); i++) {
      Section entry = entries.get(i);
      String name = entry.read("name", text(), REQUIRED, GIVEN, "name of the point");
      if (!NAME.matcher(name).matches()) {
        throw entry.bad(
            "name", "must be of letters, digits, dots and dashes, as it names a file", null);
      }
      boolean inherit = entry.read("inherit", flag(), "true", GIVEN, "also what others set");
      ImmutableMap<String, String> set = sets.ofPoint(index, i, inherit);
      points.add(
          new StudyPoint(
              name,
              entry.read("label", text(), name, GIVEN, "words in tables and charts"),
              workload,
              chip,
              set,
              entry.read("optional", flag(), "false", GIVEN, "left out where a key is unknown"),
              entry.read("effort", NOT_NEGATIVE, "1", GIVEN, "relative run time"),
              expectations(entry)));
    }
    return points.build();
  }

  private static ImmutableList<Expectation> expectations(Section point) {
    ImmutableList.Builder<Expectation> expectations = ImmutableList.builder();
    for (Section s : entries(point, "expect")) {
      Expectation.Kind kind =
          s.read("is", choice(Expectation.Kind.class), "about", GIVEN, "how it is compared");
      expectations.add(
          new Expectation(
              s.has("figure") ? ownFigure(s) : null,
              s.has("from") ? optional(s, "from") : null,
              kind,
              s.read("value", ANY, REQUIRED, GIVEN, "reference value"),
              s.read("tolerance", NOT_NEGATIVE, "0", GIVEN, "what still agrees"),
              s.read("firmness", choice(Firmness.class), REQUIRED, GIVEN, "of the reference"),
              s.read("atAnyScale", flag(), "false", GIVEN, "judged in shorter runs too"),
              optional(s, "note")));
      if (s.has("figure") && s.has("from")) {
        throw s.bad("from", "a figure of its own is compared with nothing", "Maybe delete it.");
      }
      if (kind != Expectation.Kind.ABOUT && s.has("tolerance")) {
        throw s.bad("tolerance", "only \"is: about\" takes a tolerance", "Maybe delete it.");
      }
    }
    return expectations.build();
  }

  /** Names that must be unique or refer to a point. */
  private static final class StudyNames {
    private StudyNames() {}

    static void check(Study study, String source) {
      ImmutableList<String> names =
          study.points().stream().map(StudyPoint::name).collect(ImmutableList.toImmutableList());
      ImmutableSet<String> known = ImmutableSet.copyOf(names);
      if (known.size() < names.size()) {
        String twice =
            known.stream()
                .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
                .findFirst()
                .orElseThrow();
        throw new ConfigException(
            source + ": two points are named " + twice + "; a name tells a point's files apart.");
      }
      if (!study.baseline().isEmpty()) {
        refer(source, known, study.baseline());
      }
      for (StudyPoint point : study.points()) {
        for (Expectation expectation : point.expectations()) {
          String from = expectation.from();
          if (from != null) {
            refer(source, known, from);
          }
        }
      }
    }

    private static void refer(String source, ImmutableSet<String> known, String name) {
      if (!known.contains(name)) {
        throw new ConfigException(
            source + " refers to a point " + name + ", which it does not have.",
            "Maybe one of " + String.join(", ", known) + " is meant.");
      }
    }
  }
}
