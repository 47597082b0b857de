package org.rpusim.workload.spec;

import static org.rpusim.chip.config.Firmness.ASSUMPTION;
import static org.rpusim.chip.config.Firmness.GIVEN;
import static org.rpusim.chip.config.Firmness.RESTATED;
import static org.rpusim.chip.config.Firmness.UNCONFIRMED;
import static org.rpusim.chip.config.Section.REQUIRED;
import static org.rpusim.chip.config.ValueTypes.choice;
import static org.rpusim.chip.config.ValueTypes.flag;
import static org.rpusim.chip.config.ValueTypes.integer;
import static org.rpusim.chip.config.ValueTypes.name;
import static org.rpusim.chip.config.ValueTypes.number;
import static org.rpusim.chip.config.ValueTypes.text;
import static org.rpusim.chip.config.ValueTypes.withWord;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.util.HashSet;
import java.util.Set;
import org.rpusim.chip.config.Section;
import org.rpusim.workload.recurrent.CellKind;
import org.rpusim.workload.recurrent.RecurrentLayer;
import org.rpusim.workload.recurrent.RecurrentNetwork;

/** Reads a workload of the kind {@code language-model}. */
final class LanguageModelReader {
  private static final int MOST_UNITS = 65_536;
  private static final int MOST_STEPS = 4096;
  private static final int MOST_EPOCHS = 100_000;
  private static final int MOST_CHARACTERS = 1_000_000_000;
  private static final String MEAN = "mean";
  private static final ImmutableList<String> LOSSES = ImmutableList.of("sum", MEAN);
  private static final ImmutableList<String> TEXTS =
      ImmutableList.of(LanguageModelSpec.GRAMMAR, LanguageModelSpec.FILE);
  private static final Range<Double> BELOW_ONE = Range.closedOpen(0.0, 1.0);

  private LanguageModelReader() {}

  static LanguageModelSpec read(Section s, String name, String description) {
    return new LanguageModelSpec(
        name,
        description,
        s.read(
            "text",
            name(TEXTS),
            LanguageModelSpec.GRAMMAR,
            ASSUMPTION,
            "what is learnt: the embedded grammar, or the file of --text"),
        s.read(
            "characters",
            integer(100, MOST_CHARACTERS),
            "300000",
            ASSUMPTION,
            "length of a generated text"),
        s.read(
            "testFraction",
            number(Range.open(0.0, 1.0)),
            "0.1",
            UNCONFIRMED,
            "share of the text, its end, that is the test part"),
        layers(s),
        LayerReader.arrays(s.section("output"), 1),
        s.read("unroll", integer(1, MOST_STEPS), "100", RESTATED, "time steps of a sequence"),
        s.read(
            "batch",
            integer(1, MOST_STEPS),
            "1",
            RESTATED,
            "sequences, from parts of the text, computed with the same weights"),
        s.read("inFlight", integer(1, MOST_STEPS), "1", ASSUMPTION, "batches under way together"),
        s.read("epochs", integer(1, MOST_EPOCHS), "1", ASSUMPTION, "passes through the text"),
        s.read(
            "samples",
            withWord("all", 0, integer(1, Integer.MAX_VALUE)),
            "all",
            ASSUMPTION,
            "training characters an epoch, the first of the text"),
        TrainingReader.learningRates(s),
        s.read("loss", name(LOSSES), "sum", ASSUMPTION, "of a sequence's characters").equals(MEAN),
        s.read(
            "gateClip",
            withWord("off", Double.POSITIVE_INFINITY, number(Range.openClosed(0.0, 1e6))),
            "1",
            ASSUMPTION,
            "bound of a gate's gradient"),
        s.read(
            "dropout", number(BELOW_ONE), "0", ASSUMPTION, "of numbers that go to the next layer"),
        s.read(
            "carryState",
            flag(),
            "true",
            ASSUMPTION,
            "whether a sequence begins with the state in which the last one ended"));
  }

  private static ImmutableList<RecurrentLayer> layers(Section s) {
    ImmutableList.Builder<RecurrentLayer> layers = ImmutableList.builder();
    Set<String> names = new HashSet<>(Set.of(RecurrentNetwork.OUTPUT));
    for (Section entry : s.list("layers", "layers: [{kind: lstm, units: 64}]")) {
      CellKind kind =
          entry.read("kind", choice(CellKind.class), "lstm", GIVEN, "what the layer computes");
      String name = entry.read("name", text(), "L" + names.size(), GIVEN, "in tables");
      LayerReader.requireNoDot(entry, name);
      if (!names.add(name)) {
        throw entry.bad(
            "name", "must differ from those of other layers, and from out", "Maybe leave it out.");
      }
      int units = entry.read("units", integer(1, MOST_UNITS), REQUIRED, GIVEN, "outputs");
      layers.add(new RecurrentLayer(name, kind, units, LayerReader.arrays(entry, 1)));
    }
    return layers.build();
  }
}
