package org.rpusim.workload.data;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.workload.network.Volume;
import org.rpusim.workload.spec.DataPlaces;
import org.rpusim.workload.spec.TrainingSpec;

/** The data sets by name. */
public final class DataSets {
  /** The set that is always there. */
  public static final String EMBEDDED = Digits.NAME;

  /** Training samples of {@link #EMBEDDED}. */
  public static final int EMBEDDED_SAMPLES = Digits.TRAINING_SAMPLES;

  /** The workload that trains on {@link #EMBEDDED}. */
  public static final String EMBEDDED_WORKLOAD = "mlp-digits";

  private static final ImmutableMap<String, String> DESCRIPTIONS =
      ImmutableMap.of(
          MnistSource.NAME,
          "60,000 + 10,000 handwritten digits, 28 x 28, fetched by npm once (CC BY-SA 3.0)",
          Digits.NAME,
          "1,438 + 359 handwritten digits, 8 x 8, embedded (UCI, CC BY 4.0)");

  private DataSets() {}

  /** Names of the sets, in the order of {@code list}. */
  public static ImmutableSet<String> names() {
    return DESCRIPTIONS.keySet();
  }

  /** One line on a set. */
  public static String description(String name) {
    String description = DESCRIPTIONS.get(name);
    if (description == null) {
      throw new IllegalArgumentException("no data set " + name);
    }
    return description;
  }

  /** What is known of a set, and whether it is there. */
  public static DataSetFacts facts(String name) {
    return switch (name) {
      case MnistSource.NAME -> new MnistSource().facts();
      case Digits.NAME -> Digits.facts();
      default -> throw new IllegalArgumentException("no data set " + name);
    };
  }

  /**
   * Reads the data of a workload and checks that they fit it.
   *
   * @param folder folder with the four IDX files that stands in for the set, or null
   * @param notice is told what takes long, such as a fetch over the network
   * @throws DataUnavailableException if the set has to be fetched and cannot be
   * @throws ConfigException if the folder is wrong or the data do not fit
   */
  public static DataSet load(
      TrainingSpec workload, @Nullable Path folder, Consumer<String> notice) {
    if (folder == null) {
      DataSet data = load(workload.dataSet(), notice);
      check(workload, data);
      return data;
    }
    DataSet data = DirectorySource.load(workload.dataSet(), folder);
    check(workload, data, "--data " + folder);
    return data;
  }

  private static DataSet load(String name, Consumer<String> notice) {
    return switch (name) {
      case MnistSource.NAME -> new MnistSource().load(notice);
      case Digits.NAME -> Digits.load();
      default -> throw new IllegalArgumentException("no data set " + name);
    };
  }

  /**
   * Checks that a set fits a workload.
   *
   * @throws ConfigException if inputs, classes or the number of samples disagree
   */
  public static void check(TrainingSpec workload, DataSet data) {
    check(workload, data, "the data set " + data.name());
  }

  /**
   * As {@link #check(TrainingSpec, DataSet)}.
   *
   * @param what what the data were read from, for messages
   */
  private static void check(TrainingSpec workload, DataSet data, String what) {
    DataPlaces at = workload.places();
    if (workload.inputs() != data.inputs()) {
      throw new ConfigException(
          "%s is %s, but the samples of %s have %d numbers%s."
              .formatted(
                  at.inputs(),
                  workload.network().input(),
                  what,
                  data.inputs(),
                  square(data.inputs())),
          "Maybe "
              + shape(workload.network().input(), data.inputs())
              + " is meant, or other data.");
    }
    int outputs = workload.network().outputs();
    if (outputs < data.classes()) {
      throw new ConfigException(
          "%s is %d, but %s has %d classes, each of which needs a unit of the last layer."
              .formatted(at.outputs(), outputs, what, data.classes()),
          "Maybe its units should be " + data.classes() + ".");
    }
    if (workload.samples() > data.trainingCount()) {
      throw new ConfigException(
          "%s is %d, but %s has %d training samples."
              .formatted(at.samples(), workload.samples(), what, data.trainingCount()),
          "Maybe " + data.trainingCount() + " is meant: all there are.");
    }
  }

  private static String square(int inputs) {
    int side = side(inputs);
    return side * side == inputs ? " (" + side + " x " + side + ")" : "";
  }

  /** What workload.inputs should be: an image where it is one, else a number. */
  private static String shape(Volume given, int inputs) {
    int side = side(inputs);
    return given.height() > 1 && side * side == inputs
        ? "\"workload.inputs=1 x " + side + " x " + side + "\""
        : "workload.inputs=" + inputs;
  }

  private static int side(int inputs) {
    return (int) StrictMath.sqrt(inputs);
  }
}
