package org.thalweg.probe.sharpness;

import java.util.List;
import org.thalweg.linalg.AffineSubspace;
import org.thalweg.linalg.Vector;
import org.thalweg.linalg.VectorSpace;

/**
 * A linear map u ↦ δ = Tu from the coordinates in which a neighbourhood is a ball or a box to
 * perturbations of θ.
 */
interface Displacement extends AutoCloseable {
  /** How many components u has. */
  int dimension();

  /** Tᵀg: the slope of the loss in the coordinates u. */
  double[] pullBack(Vector gradient);

  /** Several points θ + Tu; the caller closes it. */
  Points points(Vector theta, List<double[]> coordinates);

  /** How many points may be kept at once. */
  int block(VectorSpace space);

  @Override
  void close();

  /** Points of a subspace and what was allocated for them. */
  record Points(AffineSubspace subspace, List<double[]> coefficients, List<Vector> owned)
      implements AutoCloseable {
    /** target ← point i. */
    void place(int i, Vector target) {
      subspace.point(coefficients.get(i), target);
    }

    @Override
    public void close() {
      owned.forEach(Vector::close);
    }
  }
}
