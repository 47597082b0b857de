package org.rpusim.workload.training;

import java.util.HashMap;
import java.util.Map;
import org.rpusim.workload.data.DataSet;

/**
 * A perceptron of two layers, trained by plain loops in the order that it is given: each step uses
 * the weights as they are then. Sigmoid, then softmax with cross-entropy.
 */
final class StaleSgd {
  final double[][][] weights = new double[2][][];
  private final DataSet data;
  private final double rate;
  private final Map<Long, Sample> samples = new HashMap<>();

  private static final class Sample {
    double[] input = new double[0];
    double[] hidden = new double[0];
    double[] delta = new double[0];
    double[] hiddenDelta = new double[0];
    int label;
  }

  /** Begins with the weights of a training. */
  StaleSgd(SmallTraining from, DataSet data) {
    this.data = data;
    this.rate = SmallTraining.LEARNING_RATE;
    for (int layer = 0; layer < 2; layer++) {
      var matrix = from.mapping.of(layer).layer();
      weights[layer] = new double[matrix.rows()][matrix.columns()];
      for (int row = 0; row < matrix.rows(); row++) {
        for (int column = 0; column < matrix.columns(); column++) {
          weights[layer][row][column] = from.weight(layer, row, column);
        }
      }
    }
  }

  /**
   * One array cycle.
   *
   * @param step such as {@code W2 backward}
   */
  void run(long number, String step) {
    Sample sample = samples.computeIfAbsent(number, this::load);
    switch (step) {
      case "W1 forward" -> {
        double[] sums = multiply(weights[0], sample.input);
        sample.hidden = withOne(sums.length);
        for (int i = 0; i < sums.length; i++) {
          sample.hidden[i] = 1 / (1 + StrictMath.exp(-sums[i]));
        }
      }
      case "W2 forward" -> sample.delta = lossGradient(sample);
      case "W2 backward" -> sample.hiddenDelta = back(sample);
      case "W2 update" -> update(weights[1], sample.delta, sample.hidden);
      case "W1 update" -> update(weights[0], sample.hiddenDelta, sample.input);
      default -> throw new IllegalArgumentException(step);
    }
  }

  private Sample load(long number) {
    Sample sample = new Sample();
    int at = (int) number * data.inputs();
    sample.input = withOne(data.inputs());
    for (int i = 0; i < data.inputs(); i++) {
      sample.input[i] = (data.trainingInputs()[at + i] & 0xFF) * (double) data.scale();
    }
    sample.label = data.trainingLabels()[(int) number];
    return sample;
  }

  private static double[] withOne(int count) {
    double[] numbers = new double[count + 1];
    numbers[count] = 1;
    return numbers;
  }

  private static double[] multiply(double[][] matrix, double[] x) {
    double[] sums = new double[matrix.length];
    for (int i = 0; i < sums.length; i++) {
      for (int j = 0; j < x.length; j++) {
        sums[i] += matrix[i][j] * x[j];
      }
    }
    return sums;
  }

  private double[] lossGradient(Sample sample) {
    double[] delta = multiply(weights[1], sample.hidden);
    double sum = 0;
    for (int i = 0; i < delta.length; i++) {
      delta[i] = StrictMath.exp(delta[i]);
      sum += delta[i];
    }
    for (int i = 0; i < delta.length; i++) {
      delta[i] = (i == sample.label ? 1 : 0) - delta[i] / sum;
    }
    return delta;
  }

  private double[] back(Sample sample) {
    double[] gradient = new double[sample.hidden.length - 1];
    for (int j = 0; j < gradient.length; j++) {
      for (int i = 0; i < sample.delta.length; i++) {
        gradient[j] += weights[1][i][j] * sample.delta[i];
      }
      gradient[j] *= sample.hidden[j] * (1 - sample.hidden[j]);
    }
    return gradient;
  }

  private void update(double[][] matrix, double[] delta, double[] x) {
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < x.length; j++) {
        matrix[i][j] += rate * delta[i] * x[j];
      }
    }
  }
}
