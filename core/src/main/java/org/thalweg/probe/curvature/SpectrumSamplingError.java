package org.thalweg.probe.curvature;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.DiagonalBlock;
import org.thalweg.linalg.Eigenpair;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.TraceEstimator;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.SampledObjective;
import org.thalweg.objective.TwiceDifferentiableObjective;
import org.thalweg.result.Eigenvalue;
import org.thalweg.result.TraceEstimate;

/**
 * Standard errors over samples of the parts of a spectrum: of an eigenvalue by vᵀAv on groups of
 * samples, its eigenvector held fast; of a trace by zᵀAz, random vectors held fast.
 *
 * <p>Costs one product for each vector, in parts. The error of a trace contains what the samples do
 * to the entries beside the diagonal, as far as {@link #PROBES} random vectors leave it: it is
 * rather too large than too small.
 */
final class SpectrumSamplingError {
  /** Random vectors for the trace. */
  static final int PROBES = 20;

  private final SamplingError groups;
  private final CurvatureOptions options;
  private final Vector theta;
  private int products;

  private SpectrumSamplingError(SamplingError groups, CurvatureOptions options, Vector theta) {
    this.groups = groups;
    this.options = options;
    this.theta = theta;
  }

  /**
   * At θ, which is borrowed.
   *
   * @throws ThalwegException {@code NOT_APPLICABLE} if the loss is not known sample by sample, or
   *     over fewer than two samples
   */
  static SpectrumSamplingError of(
      CurvatureOptions options,
      TwiceDifferentiableObjective objective,
      Vector theta,
      BooleanSupplier cancelled) {
    if (objective instanceof SampledObjective sampled) {
      long seed =
          options
              .eigenvalues()
              .map(wanted -> wanted.seed())
              .or(() -> options.trace().map(wanted -> wanted.seed()))
              .orElse(0L);
      SamplingError groups =
          SamplingError.byGroups(sampled, options.samplingGroups(), seed).until(cancelled);
      return new SpectrumSamplingError(groups, options, theta);
    }
    throw ThalwegException.of(ErrorCode.NOT_APPLICABLE)
        .expected("a loss that is known sample by sample, for an error over samples")
        .found("a loss that is only known as a whole")
        .next("leave out the error over samples");
  }

  /**
   * Eigenvalues with errors; those that did not converge have no eigenvector to hold fast.
   *
   * @param matrix they are of; a diagonal block or the whole
   */
  List<Eigenvalue> values(List<Eigenpair> pairs, LinearOperator matrix) {
    List<Eigenpair> converged = pairs.stream().filter(Eigenpair::converged).toList();
    double[] errors = errors(converged.stream().map(Eigenpair::vector).toList(), matrix);
    List<Eigenvalue> values = new ArrayList<>();
    int next = 0;
    for (Eigenvalue value : SpectrumEigenvalues.values(pairs)) {
      values.add(value.converged() ? value.withStandardError(errors[next++]) : value);
    }
    return values;
  }

  /** A trace with its error. */
  TraceEstimate trace(TraceEstimate estimate, LinearOperator matrix) {
    long seed = options.trace().orElseThrow().seed();
    List<Vector> probes = TraceEstimator.probes(matrix.space(), seed, PROBES);
    try {
      return estimate.withSamplingError(
          onWhole(probes, matrix, vectors -> groups.ofTrace(theta, options.matrix()::at, vectors)));
    } finally {
      probes.forEach(Vector::close);
    }
  }

  /** Products over all samples so far, which objectives of groups do not count. */
  int products() {
    return products;
  }

  private double[] errors(List<Vector> vectors, LinearOperator matrix) {
    return vectors.isEmpty()
        ? new double[0]
        : onWhole(
            vectors, matrix, whole -> groups.ofQuadraticForms(theta, options.matrix()::at, whole));
  }

  /** Vectors of a block are those of the whole matrix with zeros elsewhere. */
  private <T> T onWhole(
      List<Vector> vectors, LinearOperator matrix, Function<List<Vector>, T> measure) {
    products += vectors.size();
    if (!(matrix instanceof DiagonalBlock block)) {
      return measure.apply(vectors);
    }
    List<Vector> embedded = new ArrayList<>();
    try {
      vectors.forEach(vector -> embedded.add(block.embed(vector)));
      return measure.apply(embedded);
    } finally {
      embedded.forEach(Vector::close);
    }
  }
}
