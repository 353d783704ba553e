package org.thalweg.probe.sharpness;

import java.util.Optional;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.stat.StatUtils;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Vector;
import org.thalweg.parameter.ParameterKind;
import org.thalweg.parameter.ParameterTensor;
import org.thalweg.random.RandomStream;
import org.thalweg.result.SharpnessError;
import org.thalweg.result.SharpnessValue;

/**
 * Relative flatness of a layer W with k rows (outputs) of m weights each: κ = Σ_{s,s'} ⟨w_s, w_s'⟩
 * tr H_{s,s'}, with H_{s,s'} the m×m block of the Hessian that couples rows s and s'.
 *
 * <p>With Wᵀ = QR and r = min(k, m) rows in R, κ = E[vᵀHv], v = RᵀZ, Z an r×m matrix of independent
 * signs (Hutchinson 1990) of the streams (seed, {@code "relative flatness"}, index). Where r·m is
 * at most the number of draws, or 64, every entry of Z has its turn instead and κ is exact. Costs a
 * Hessian-vector product for each draw. A kernel counts as the matrix of its filters.
 *
 * <p>Rescaling a whole layer against the next leaves it as it is; rescaling each unit by a factor
 * of its own does not.
 *
 * <p><b>When it misleads.</b> It sees one layer, the last by default, and sums curvatures of both
 * signs: away from a minimum it may be small or negative although the loss bends sharply. It is
 * related to generalisation only if labels are locally constant in the features of the layer.
 *
 * <p>Source: Petzka, Kamp, Adilova, Sminchisescu, Boley (2021), definition 3.
 *
 * @param layer the name of a weight tensor; empty for the last one
 */
public record RelativeFlatness(Optional<String> layer, SharpnessOptions options)
    implements SharpnessMeasure {
  private static final int FEW = 64;

  @Override
  public String name() {
    return "relative-flatness";
  }

  @Override
  public SharpnessValue measure(SharpnessPoint point) {
    ParameterTensor tensor = tensor(point);
    int rows = tensor.filters();
    int columns = tensor.size() / rows;
    double[] theta = point.theta().toArray();
    RealMatrix weights = MatrixUtils.createRealMatrix(rows, columns);
    for (int s = 0; s < rows; s++) {
      for (int j = 0; j < columns; j++) {
        weights.setEntry(s, j, theta[tensor.offset() + s * columns + j]);
      }
    }
    double squaredNorm = Math.pow(weights.getFrobeniusNorm(), 2);
    if (!Double.isFinite(squaredNorm)) {
      return SharpnessValue.of(name(), Double.NaN);
    }
    RealMatrix r = new QRDecomposition(weights.transpose()).getR();
    int rank = Math.min(rows, columns);
    boolean exact = (long) rank * columns <= Math.max(FEW, options.draws());
    int products = exact ? rank * columns : options.draws();
    double[] terms = new double[products];
    try (LinearOperator hessian = point.twiceDifferentiable().hessian(point.theta());
        Vector v = point.theta().space().zeros();
        Vector product = point.theta().space().zeros()) {
      for (int i = 0; i < products; i++) {
        point.requireNotCancelled();
        double[] z = exact ? unit(rank * columns, i) : signs(rank * columns, i);
        v.set(layerVector(r, z, tensor, theta.length));
        hessian.apply(v, product);
        terms[i] = v.dot(product);
        point.progress((i + 1.0) / products);
      }
    }
    double value = exact ? StatUtils.sum(terms) : StatUtils.mean(terms);
    SharpnessError error =
        exact
            ? new SharpnessError(0, "exact trace", Double.NaN)
            : SharpnessError.overDraws(AverageNoise.standardError(terms));
    return SharpnessValue.of(name(), value)
        .withError(error)
        .withDraws(products)
        .withDetail("exact", exact ? 1 : 0)
        .withDetail("layerSize", tensor.size())
        .withDetail("layerNorm", Math.sqrt(squaredNorm));
  }

  private ParameterTensor tensor(SharpnessPoint point) {
    if (layer.isPresent()) {
      return point.objective().layout().tensor(layer.get());
    }
    return point.objective().layout().tensors().stream()
        .filter(tensor -> tensor.kind() == ParameterKind.WEIGHT && tensor.shape().size() >= 2)
        .reduce((first, second) -> second)
        .orElseThrow(
            () ->
                ThalwegException.of(ErrorCode.NOT_APPLICABLE)
                    .expected("a weight matrix")
                    .found("a network without one")
                    .next("use a measure of all parameters"));
  }

  /** RᵀZ at the place of the layer, 0 elsewhere. */
  private static double[] layerVector(RealMatrix r, double[] z, ParameterTensor tensor, int size) {
    int columns = tensor.size() / tensor.filters();
    double[] v = new double[size];
    for (int s = 0; s < tensor.filters(); s++) {
      // R is upper triangular.
      for (int k = 0; k < z.length / columns && k <= s; k++) {
        double factor = r.getEntry(k, s);
        for (int j = 0; j < columns; j++) {
          v[tensor.offset() + s * columns + j] += factor * z[k * columns + j];
        }
      }
    }
    return v;
  }

  private static double[] unit(int size, int i) {
    double[] z = new double[size];
    z[i] = 1;
    return z;
  }

  private double[] signs(int size, int index) {
    RandomStream random = RandomStream.of(options.seed(), "relative flatness", index);
    double[] z = new double[size];
    for (int i = 0; i < size; i++) {
      z[i] = 2 * random.below(2) - 1;
    }
    return z;
  }
}
