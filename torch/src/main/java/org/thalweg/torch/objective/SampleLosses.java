package org.thalweg.torch.objective;

import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.thalweg.objective.Evaluation;
import org.thalweg.torch.engine.TensorArrays;

/**
 * The loss of every sample at one point, filled chunk by chunk (by several threads, each for chunks
 * of its own) and then averaged in the order of the samples, so that the mean does not depend on
 * who computed what.
 */
final class SampleLosses {
  private static final int SUMMED_AT_ONCE = 64;

  private final ChunkedData data;
  private final Loss loss;
  private final boolean classifies;
  private final double[] losses;
  private final int[] right;
  private final int[] asked;

  SampleLosses(ChunkedData data, Loss loss) {
    this.data = data;
    this.loss = loss;
    this.classifies = loss.classifies() && data.positions() > 0;
    this.losses = new double[data.count()];
    this.right = new int[classifies ? data.count() : 0];
    this.asked = new int[right.length];
  }

  void put(Chunk chunk, Tensor outputs, Tensor perSample) {
    System.arraycopy(TensorArrays.toDoubles(perSample), 0, losses, chunk.start(), chunk.size());
    if (classifies) {
      double[] answers = TensorArrays.toDoubles(outputs);
      int width = answers.length / chunk.size();
      int positions = data.positions();
      for (int i = 0; i < chunk.size(); i++) {
        count(chunk.start() + i, answers, i * width, width / positions, positions);
      }
    }
  }

  /**
   * What the network said at one of several points that were evaluated together, one number or
   * label for each sample.
   *
   * @param answers points × outputs × row; a row holds the samples of the chunk, then anything
   * @param perSample points × row
   * @param point which of them
   */
  void put(Chunk chunk, double[] answers, double[] perSample, int point, int points) {
    int row = perSample.length / points;
    System.arraycopy(perSample, point * row, losses, chunk.start(), chunk.size());
    if (classifies) {
      int outputs = answers.length / perSample.length;
      for (int i = 0; i < chunk.size(); i++) {
        count(chunk.start() + i, answers, point * outputs * row + i, outputs, row);
      }
    }
  }

  /** ℓₙ, without a penalty. */
  double[] losses() {
    return losses.clone();
  }

  /**
   * Compares the answer of one sample with its labels.
   *
   * @param offset of the first class at the first position
   * @param stride from one class to the next
   */
  private void count(int sample, double[] answers, int offset, int classes, int stride) {
    int correct = 0;
    int counting = 0;
    for (int position = 0; position < data.positions(); position++) {
      int label = data.label(sample, position);
      if (label != loss.ignoredLabel()) {
        counting++;
        correct += isLargest(label, answers, offset + position, classes, stride) ? 1 : 0;
      }
    }
    right[sample] = correct;
    asked[sample] = counting;
  }

  /** The mean over the samples, plus a penalty that is the same for all of them. */
  Evaluation evaluation(double penalty) {
    double mean = sum(losses, 0, losses.length) / losses.length;
    return new Evaluation(mean + penalty, standardError(mean), accuracy());
  }

  private double standardError(double mean) {
    int n = losses.length;
    if (n < 2 || !loss.tellsSamplesApart()) {
      return Double.NaN;
    }
    // Four sums, because each addition has to wait for the one before it.
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int i = 0;
    for (; i + 4 <= n; i += 4) {
      first += square(losses[i] - mean);
      second += square(losses[i + 1] - mean);
      third += square(losses[i + 2] - mean);
      fourth += square(losses[i + 3] - mean);
    }
    double squares = (first + second) + (third + fourth);
    for (; i < n; i++) {
      squares += square(losses[i] - mean);
    }
    return Math.sqrt(squares / (n - 1) / n);
  }

  private static double square(double value) {
    return value * value;
  }

  /** By halves, so that rounding grows with the logarithm of their number. */
  private static double sum(double[] values, int start, int end) {
    if (end - start > SUMMED_AT_ONCE) {
      int middle = (start + end) >>> 1;
      return sum(values, start, middle) + sum(values, middle, end);
    }
    double sum = 0;
    for (int i = start; i < end; i++) {
      sum += values[i];
    }
    return sum;
  }

  private double accuracy() {
    if (!classifies) {
      return Double.NaN;
    }
    return (double) Arrays.stream(right).asLongStream().sum()
        / Arrays.stream(asked).asLongStream().sum();
  }

  /** Whether this is the first of the largest numbers, none of which is NaN. */
  private static boolean isLargest(int label, double[] values, int offset, int length, int stride) {
    double value = values[offset + label * stride];
    for (int i = 0; i < label; i++) {
      if (!(values[offset + i * stride] < value)) {
        return false;
      }
    }
    for (int i = label; i < length; i++) {
      if (!(values[offset + i * stride] <= value)) {
        return false;
      }
    }
    return true;
  }
}
