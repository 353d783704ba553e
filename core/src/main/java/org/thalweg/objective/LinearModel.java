package org.thalweg.objective;

import org.thalweg.parameter.ParameterKind;
import org.thalweg.parameter.ParameterLayout;

/**
 * What regressions have in common: the answer fₙ = W xₙ is linear in the parameters, so that the
 * Hessian is the Gauss–Newton matrix, (1/N) Σ Sₙ ⊗ xₙxₙᵀ with Sₙ the Hessian of the loss in the
 * answer; and the loss is the negative logarithm of a density, so that it is the Fisher matrix too.
 */
abstract class LinearModel implements SampledFunction {
  private final DesignMatrix x;
  private final int outputs;

  LinearModel(DesignMatrix x, int outputs) {
    this.x = x;
    this.outputs = outputs;
  }

  /** ℓₙ for this answer. */
  abstract double loss(int n, double[] answer);

  /** ∂ℓₙ/∂f at this answer. */
  abstract double[] answerGradient(int n, double[] answer);

  /** Sₙ·u at this answer. */
  abstract double[] answerCurvature(double[] answer, double[] u);

  /** Whether each answer is right or wrong. */
  abstract boolean classifies();

  /** Whether this answer is right. */
  abstract boolean right(int n, double[] answer);

  @Override
  public final ParameterLayout layout() {
    return ParameterLayout.builder()
        .add("weight", ParameterKind.WEIGHT, outputs, x.features())
        .build();
  }

  @Override
  public final int samples() {
    return x.samples();
  }

  @Override
  public final Evaluation evaluate(double[] w) {
    int right = 0;
    for (int n = 0; n < samples(); n++) {
      right += classifies() && right(n, answer(n, w)) ? 1 : 0;
    }
    return SampleLosses.evaluation(
        sampleLosses(w), classifies() ? (double) right / samples() : Double.NaN);
  }

  @Override
  public final double[] sampleLosses(double[] w) {
    double[] losses = new double[samples()];
    for (int n = 0; n < losses.length; n++) {
      losses[n] = loss(n, answer(n, w));
    }
    return losses;
  }

  @Override
  public final double[] sampleSlopes(double[] w, double[] v) {
    double[] slopes = new double[samples()];
    for (int n = 0; n < slopes.length; n++) {
      slopes[n] = dot(answerGradient(n, answer(n, w)), answer(n, v));
    }
    return slopes;
  }

  /** ‖∂ℓ/∂f ⊗ x‖² = ‖∂ℓ/∂f‖²‖x‖². */
  @Override
  public final double[] sampleSquaredGradientNorms(double[] w) {
    double[] norms = new double[samples()];
    for (int n = 0; n < norms.length; n++) {
      double[] gradient = answerGradient(n, answer(n, w));
      norms[n] = dot(gradient, gradient) * x.squaredNorm(n);
    }
    return norms;
  }

  @Override
  public final double[] gradient(double[] w) {
    double[] gradient = new double[w.length];
    for (int n = 0; n < samples(); n++) {
      addOuter(gradient, answerGradient(n, answer(n, w)), 1.0 / samples(), n);
    }
    return gradient;
  }

  @Override
  public final double[] weightedGradient(double[] w, double[] weights) {
    double[] gradient = new double[w.length];
    for (int n = 0; n < samples(); n++) {
      addOuter(gradient, answerGradient(n, answer(n, w)), weights[n], n);
    }
    return gradient;
  }

  @Override
  public final double[] hessianProduct(double[] w, double[] v) {
    double[] product = new double[w.length];
    for (int n = 0; n < samples(); n++) {
      addOuter(product, answerCurvature(answer(n, w), answer(n, v)), 1.0 / samples(), n);
    }
    return product;
  }

  @Override
  public final double[] gaussNewtonProduct(double[] w, double[] v) {
    return hessianProduct(w, v);
  }

  @Override
  public final double[] fisherProduct(double[] w, double[] v) {
    return hessianProduct(w, v);
  }

  final DesignMatrix design() {
    return x;
  }

  private double[] answer(int n, double[] w) {
    double[] answer = new double[outputs];
    for (int k = 0; k < outputs; k++) {
      answer[k] = x.dot(n, w, k * x.features());
    }
    return answer;
  }

  /** target += a · u ⊗ xₙ. */
  private void addOuter(double[] target, double[] u, double a, int n) {
    for (int k = 0; k < outputs; k++) {
      x.addTo(target, k * x.features(), a * u[k], n);
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
