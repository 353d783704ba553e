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
    double[] answers = classifies ? TensorArrays.toDoubles(outputs) : new double[0];
    put(chunk, answers, TensorArrays.toDoubles(perSample), 0);
  }

  /**
   * What the network said at one of several points that were evaluated together.
   *
   * @param answers points × batch × outputs
   * @param perSample points × batch
   * @param point which of them
   */
  void put(Chunk chunk, double[] answers, double[] perSample, int point) {
    int size = chunk.size();
    System.arraycopy(perSample, point * size, losses, chunk.start(), size);
    if (classifies) {
      int width = answers.length / perSample.length;
      for (int i = 0; i < size; i++) {
        count(chunk.start() + i, answers, (point * size + i) * width, width);
      }
    }
  }

  /** ℓₙ, without a penalty. */
  double[] losses() {
    return losses.clone();
  }

  /** Compares the answer of one sample, classes × positions, with its labels. */
  private void count(int sample, double[] answers, int offset, int width) {
    int positions = data.positions();
    int correct = 0;
    int counting = 0;
    for (int position = 0; position < positions; position++) {
      int label = data.label(sample, position);
      if (label != loss.ignoredLabel()) {
        counting++;
        int answer = largest(answers, offset + position, width / positions, positions);
        correct += answer == label ? 1 : 0;
      }
    }
    right[sample] = correct;
    asked[sample] = counting;
  }

  /** The mean over the samples, plus a penalty that is the same for all of them. */
  Evaluation evaluation(double penalty) {
    double mean = Arrays.stream(losses).sum() / losses.length;
    return new Evaluation(mean + penalty, standardError(mean), accuracy());
  }

  private double standardError(double mean) {
    double squares = 0;
    for (double loss : losses) {
      squares += (loss - mean) * (loss - mean);
    }
    int n = losses.length;
    return n < 2 || !loss.tellsSamplesApart() ? Double.NaN : Math.sqrt(squares / (n - 1) / n);
  }

  private double accuracy() {
    if (!classifies) {
      return Double.NaN;
    }
    return (double) Arrays.stream(right).asLongStream().sum()
        / Arrays.stream(asked).asLongStream().sum();
  }

  /** Where the first largest of some numbers stands; −1, and thus never right, if one is NaN. */
  private static int largest(double[] values, int offset, int length, int stride) {
    int best = 0;
    for (int i = 0; i < length; i++) {
      double value = values[offset + i * stride];
      if (Double.isNaN(value)) {
        return -1;
      }
      if (value > values[offset + best * stride]) {
        best = i;
      }
    }
    return best;
  }
}
