package org.thalweg.probe.curvature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleBiFunction;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.SampledObjective;
import org.thalweg.random.RandomStream;

/**
 * By how much a number would change with other data of the same kind and amount: its standard error
 * from the finite sample of data, by random groups.
 *
 * <p>The samples are divided at random into G groups, as equal as can be. A mean over samples, such
 * as vᵀHv, is the weighted mean of the groups' values, and its standard error follows from their
 * spread with G − 1 degrees of freedom: relative accuracy 1/√(2(G − 1)), 16 % for 20 groups. To
 * first order an eigenvalue is such a mean, vᵀHv at its eigenvector v held fast; a trace is one at
 * fixed probe vectors. Any other smooth function of the data is measured G times with one group
 * left out (delete-a-group jackknife): SE² = ((G − 1)/G) Σ (x₍₋g₎ − x̄)².
 *
 * <p><b>Cost.</b> One product for each vector in all, or G times a measurement; a copy of a group.
 *
 * <p><b>When it misleads.</b> It assumes independent samples, a network that does not depend on
 * them (one trained on other data would be another network: measure on data not trained on), and,
 * for an eigenvalue, a gap to the next one that is larger than the error. The largest eigenvalue of
 * a sample is larger than that of the population on average; this bias is not in the standard
 * error.
 *
 * <p>Sources: K. Wolter, Introduction to Variance Estimation (2007), chapters 2 and 4.
 */
public final class SamplingError {
  /** Vectors that are multiplied at once. */
  private static final int TOGETHER = 8;

  private final SampledObjective objective;
  private final List<int[]> groups;
  private final BooleanSupplier cancelled;

  private SamplingError(SampledObjective objective, List<int[]> groups, BooleanSupplier cancelled) {
    this.objective = objective;
    this.groups = List.copyOf(groups);
    this.cancelled = cancelled;
  }

  /**
   * With this many groups, at most as many as there are samples.
   *
   * @param objective borrowed
   * @param seed of the division into groups
   * @throws ThalwegException {@code NOT_APPLICABLE} with fewer than two samples
   */
  public static SamplingError byGroups(SampledObjective objective, int groups, long seed) {
    int n = objective.samples();
    int count = Math.min(groups, n);
    if (count < 2) {
      throw ThalwegException.of(ErrorCode.NOT_APPLICABLE)
          .expected("at least two groups of samples, for an error from their spread")
          .found(groups + " groups of " + n + " samples")
          .next("use more samples and about 20 groups");
    }
    int[] order = RandomStream.of(seed, "groups of samples").permutation(n);
    List<int[]> divided = new ArrayList<>();
    for (int g = 0; g < count; g++) {
      int from = (int) ((long) g * n / count);
      int to = (int) ((long) (g + 1) * n / count);
      int[] group = Arrays.copyOfRange(order, from, to);
      Arrays.sort(group);
      divided.add(group);
    }
    return new SamplingError(objective, divided, () -> false);
  }

  /**
   * The same, asked before every product whether to stop; errors of quadratic forms are NaN then.
   */
  SamplingError until(BooleanSupplier stop) {
    return new SamplingError(objective, groups, stop);
  }

  /** G, the number of groups. */
  public int groups() {
    return groups.size();
  }

  /**
   * Standard errors of vᵀAv for each vector: those of eigenvalues, when the vectors are unit
   * eigenvectors.
   *
   * @param matrix a mean over samples, e.g. {@code SampledObjective::hessian}
   */
  public double[] ofQuadraticForms(
      Vector theta,
      BiFunction<SampledObjective, Vector, LinearOperator> matrix,
      List<? extends Vector> vectors) {
    double[][] values = quadraticForms(theta, matrix, vectors);
    double[] errors = new double[vectors.size()];
    for (int i = 0; i < errors.length; i++) {
      int form = i;
      errors[i] = ofMean(Arrays.stream(values).mapToDouble(group -> group[form]).toArray());
    }
    return errors;
  }

  /**
   * Standard error over samples of the mean of zᵀAz over probe vectors, which is the estimate of a
   * trace. It does not contain the error from the choice of the probes.
   */
  public double ofTrace(
      Vector theta,
      BiFunction<SampledObjective, Vector, LinearOperator> matrix,
      List<? extends Vector> probes) {
    double[][] values = quadraticForms(theta, matrix, probes);
    return ofMean(
        Arrays.stream(values)
            .mapToDouble(group -> Arrays.stream(group).average().orElse(Double.NaN))
            .toArray());
  }

  /**
   * Standard error of a mean over samples from its values on the groups.
   *
   * @param values one for each group, in their order
   */
  double ofMean(double[] values) {
    double mean = 0;
    for (int g = 0; g < values.length; g++) {
      mean += share(g) * values[g];
    }
    double squares = 0;
    for (int g = 0; g < values.length; g++) {
      double deviation = share(g) * (values[g] - mean);
      squares += deviation * deviation;
    }
    return Math.sqrt(squares * values.length / (values.length - 1));
  }

  /**
   * Standard error of any smooth function of the data, measured with each group left out in turn.
   */
  public double byJackknife(Vector theta, ToDoubleBiFunction<SampledObjective, Vector> measure) {
    return byJackknifeOfEach(theta, (some, at) -> new double[] {measure.applyAsDouble(some, at)})[
        0];
  }

  /** The same for several numbers at once, such as a density at many places. */
  public double[] byJackknifeOfEach(
      Vector theta, BiFunction<SampledObjective, Vector, double[]> measure) {
    List<double[]> values = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      try (SampledObjective others = objective.subset(without(g))) {
        values.add(measure.apply(others, theta));
      }
    }
    double[] errors = new double[values.get(0).length];
    for (int i = 0; i < errors.length; i++) {
      int number = i;
      double mean = values.stream().mapToDouble(value -> value[number]).average().orElseThrow();
      double squares =
          values.stream().mapToDouble(value -> Math.pow(value[number] - mean, 2)).sum();
      errors[i] = Math.sqrt(squares * (groups.size() - 1) / groups.size());
    }
    return errors;
  }

  /** For each group, for each vector. */
  private double[][] quadraticForms(
      Vector theta,
      BiFunction<SampledObjective, Vector, LinearOperator> matrix,
      List<? extends Vector> vectors) {
    double[][] values = new double[groups.size()][vectors.size()];
    int block = Math.min(TOGETHER, vectors.size());
    List<Vector> products = new ArrayList<>();
    try {
      for (int i = 0; i < block; i++) {
        products.add(objective.space().zeros());
      }
      for (int g = 0; g < groups.size(); g++) {
        Arrays.fill(values[g], Double.NaN);
        try (SampledObjective group = objective.subset(groups.get(g));
            LinearOperator a = matrix.apply(group, theta)) {
          for (int start = 0; start < vectors.size(); start += block) {
            List<? extends Vector> some =
                vectors.subList(start, Math.min(vectors.size(), start + block));
            if (a.applyAll(some, products.subList(0, some.size()), cancelled)) {
              for (int i = 0; i < some.size(); i++) {
                values[g][start + i] = some.get(i).dot(products.get(i));
              }
            }
          }
        }
      }
    } finally {
      products.forEach(Vector::close);
    }
    return values;
  }

  private double share(int group) {
    return (double) groups.get(group).length / objective.samples();
  }

  private int[] without(int group) {
    int[] others = new int[objective.samples() - groups.get(group).length];
    int next = 0;
    for (int g = 0; g < groups.size(); g++) {
      if (g != group) {
        System.arraycopy(groups.get(g), 0, others, next, groups.get(g).length);
        next += groups.get(g).length;
      }
    }
    Arrays.sort(others);
    return others;
  }
}
