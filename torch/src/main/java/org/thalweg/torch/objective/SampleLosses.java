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
  private final boolean classifies;
  private final double[] losses;
  private final boolean[] right;

  SampleLosses(ChunkedData data, boolean classifies) {
    this.data = data;
    this.classifies = classifies;
    this.losses = new double[data.count()];
    this.right = new boolean[classifies ? data.count() : 0];
  }

  void put(Chunk chunk, Tensor outputs, Tensor perSample) {
    System.arraycopy(TensorArrays.toDoubles(perSample), 0, losses, chunk.start(), chunk.size());
    if (classifies) {
      double[] answers = TensorArrays.toDoubles(outputs);
      int width = answers.length / chunk.size();
      for (int i = 0; i < chunk.size(); i++) {
        int sample = chunk.start() + i;
        right[sample] = largest(answers, i * width, width) == data.label(sample);
      }
    }
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
    return n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1) / n);
  }

  private double accuracy() {
    if (!classifies) {
      return Double.NaN;
    }
    int count = 0;
    for (boolean correct : right) {
      count += correct ? 1 : 0;
    }
    return (double) count / right.length;
  }

  /** Where the first largest of some numbers stands; −1, and thus never right, if one is NaN. */
  private static int largest(double[] values, int offset, int length) {
    int best = 0;
    for (int i = 0; i < length; i++) {
      double value = values[offset + i];
      if (Double.isNaN(value)) {
        return -1;
      }
      if (value > values[offset + best]) {
        best = i;
      }
    }
    return best;
  }
}
