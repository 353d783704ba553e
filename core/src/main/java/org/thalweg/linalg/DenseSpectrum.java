package org.thalweg.linalg;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.result.Outcome;
import org.thalweg.result.Values;

/**
 * All eigenvalues of an operator: the matrix by d products with unit vectors, symmetrised, and its
 * eigendecomposition in float64 (Hipparchus: Householder tridiagonalisation and QL).
 *
 * <p>Costs d products, d² numbers a few times over, about 10·d³ operations: a second for 1,000
 * rows, minutes for the most. Accurate to about ‖A − Aᵀ‖ plus roundoff of the products.
 *
 * @param eigenvalues in descending order; none if it was stopped
 * @param error how far each may be away: ‖A − Aᵀ‖_F/2, which shows the roundoff of the products,
 *     and the roundoff of storage and decomposition
 * @param trace Σ aᵢᵢ
 * @param products products used
 */
public record DenseSpectrum(
    Values eigenvalues, double error, double trace, int products, Outcome outcome) {
  /** The most rows. */
  public static final int LARGEST = 5_000;

  /**
   * Of this operator.
   *
   * @param cancelled asked before every product
   * @throws ThalwegException {@code NOT_APPLICABLE} if the operator has more than {@link #LARGEST}
   *     rows
   */
  public static DenseSpectrum of(
      LinearOperator operator, ProductListener listener, BooleanSupplier cancelled) {
    int d = operator.space().dimension();
    if (d > LARGEST) {
      throw ThalwegException.of(ErrorCode.NOT_APPLICABLE)
          .expected("at most %,d parameters for a full spectrum".formatted(LARGEST))
          .found("%,d".formatted(d))
          .next("ask for a density, for the ends of the spectrum, or for a smaller block");
    }
    CountedProducts products = new CountedProducts(operator, d, listener, cancelled);
    double[][] matrix = new double[d][];
    double[] unit = new double[d];
    int block = Math.min(products.together(), d);
    try (VectorBlock units = VectorBlock.zeros(operator.space(), block);
        VectorBlock columns = VectorBlock.zeros(operator.space(), block)) {
      for (int start = 0; start < d; start += block) {
        int count = Math.min(block, d - start);
        for (int i = 0; i < count; i++) {
          unit[start + i] = 1;
          units.vectors().get(i).set(unit);
          unit[start + i] = 0;
        }
        List<Vector> images = columns.vectors().subList(0, count);
        if (!products.applyAll(units.vectors().subList(0, count), images)) {
          return new DenseSpectrum(
              Values.of(), Double.NaN, Double.NaN, products.done(), products.outcome());
        }
        for (int i = 0; i < count; i++) {
          matrix[start + i] = images.get(i).toArray();
        }
      }
    }
    return decomposed(matrix, products.done(), operator.space().precision());
  }

  private static DenseSpectrum decomposed(double[][] matrix, int products, Precision precision) {
    int d = matrix.length;
    double asymmetry = 0;
    double squares = 0;
    double trace = 0;
    for (int i = 0; i < d; i++) {
      trace += matrix[i][i];
      for (int j = 0; j < i; j++) {
        double difference = (matrix[i][j] - matrix[j][i]) / 2;
        double mean = (matrix[i][j] + matrix[j][i]) / 2;
        asymmetry += 2 * difference * difference;
        squares += 2 * mean * mean;
        matrix[i][j] = mean;
        matrix[j][i] = mean;
      }
      squares += matrix[i][i] * matrix[i][i];
    }
    double roundoff = precision.unitRoundoff() + d * Precision.FLOAT64.unitRoundoff();
    double error = Math.sqrt(asymmetry) + roundoff * Math.sqrt(squares);
    double[] values =
        new EigenDecompositionSymmetric(new Array2DRowRealMatrix(matrix, false)).getEigenvalues();
    return new DenseSpectrum(Values.of(values), error, trace, products, Outcome.CONVERGED);
  }
}
