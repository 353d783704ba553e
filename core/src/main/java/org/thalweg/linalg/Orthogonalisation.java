package org.thalweg.linalg;

import java.util.List;

/** Gram–Schmidt against an orthonormal basis. */
final class Orthogonalisation {
  private Orthogonalisation() {}

  /**
   * x ← (I − VVᵀ)x, modified Gram–Schmidt done twice, which leaves x orthogonal to V up to roundoff
   * unless x lies in the span of V up to roundoff (Giraud, Langou, Rozložník 2005).
   *
   * @return Vᵀx of the original x
   */
  static double[] remove(Vector x, List<? extends Vector> basis) {
    double[] coefficients = new double[basis.size()];
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < basis.size(); i++) {
        double c = basis.get(i).dot(x);
        x.axpy(-c, basis.get(i));
        coefficients[i] += c;
      }
    }
    return coefficients;
  }
}
