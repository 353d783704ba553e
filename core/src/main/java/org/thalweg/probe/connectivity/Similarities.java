package org.thalweg.probe.connectivity;

import java.util.List;
import org.thalweg.linalg.Vector;
import org.thalweg.result.LayerSimilarity;
import org.thalweg.result.NetworkSimilarity;

/** How alike two networks are: {@link NetworkSimilarity} from weights and answers. */
public final class Similarities {
  private Similarities() {}

  /** From the weights alone. */
  public static NetworkSimilarity ofWeights(Vector a, Vector b) {
    double distance;
    try (Vector difference = b.copy().axpy(-1, a)) {
      distance = difference.norm();
    }
    double cosine = a.dot(b) / (a.norm() * b.norm());
    return new NetworkSimilarity(distance, cosine, Double.NaN, Double.NaN, List.of());
  }

  /**
   * With the answers of both networks to the same samples.
   *
   * @param answersA one row for each sample: classes × positions, as the network gives them
   * @param positions answers that each sample has; 1 for a classifier of whole samples
   * @param classifies whether the largest output of a position is the answer
   */
  public static NetworkSimilarity of(
      Vector a,
      Vector b,
      double[][] answersA,
      double[][] answersB,
      int positions,
      boolean classifies) {
    NetworkSimilarity weights = ofWeights(a, b);
    LayerSimilarity outputs = LinearCka.compare("outputs", answersA, answersB);
    double share = classifies ? disagreement(answersA, answersB, positions) : Double.NaN;
    int answers = answersA.length;
    return new NetworkSimilarity(
        weights.distance(),
        weights.cosine(),
        share,
        Math.sqrt(share * (1 - share) / (answers - 1)),
        List.of(outputs));
  }

  /**
   * The share of positions whose largest outputs differ; the first of several equal ones counts.
   */
  static double disagreement(double[][] one, double[][] other, int positions) {
    long different = 0;
    for (int n = 0; n < one.length; n++) {
      for (int position = 0; position < positions; position++) {
        different +=
            largest(one[n], position, positions) == largest(other[n], position, positions) ? 0 : 1;
      }
    }
    return (double) different / ((long) one.length * positions);
  }

  private static int largest(double[] row, int position, int positions) {
    int best = position;
    for (int i = position; i < row.length; i += positions) {
      best = row[i] > row[best] ? i : best;
    }
    return best;
  }
}
