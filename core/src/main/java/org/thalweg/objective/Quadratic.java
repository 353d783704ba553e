package org.thalweg.objective;

import org.thalweg.parameter.ParameterKind;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.random.RandomStream;

/**
 * A quadratic with a prescribed spectrum, L(θ) = ½ θᵀAθ, A = QΛQᵀ.
 *
 * <p>Q is the product of up to four random Householder reflections: orthogonal up to roundoff, no
 * axis is left an eigenvector, and a product costs O(d), so that d may be large. The gradient is
 * Aθ, the Hessian A everywhere, with exactly the given eigenvalues, multiplicities and signs.
 */
public final class Quadratic implements SmoothFunction {
  private static final int REFLECTIONS = 4;

  private final double[] spectrum;
  private final double[][] normals;

  private Quadratic(double[] spectrum, double[][] normals) {
    this.spectrum = spectrum;
    this.normals = normals;
  }

  /** The quadratic with these eigenvalues and a random orientation. */
  public static Quadratic withSpectrum(double[] eigenvalues, long seed) {
    int d = eigenvalues.length;
    double[][] normals = new double[Math.min(d - 1, REFLECTIONS)][];
    for (int k = 0; k < normals.length; k++) {
      normals[k] = RandomStream.of(seed, "quadratic orientation", k).gaussians(d);
      double size = Math.sqrt(dot(normals[k], normals[k]));
      for (int i = 0; i < d; i++) {
        normals[k][i] /= size;
      }
    }
    return new Quadratic(eigenvalues.clone(), normals);
  }

  @Override
  public ParameterLayout layout() {
    return ParameterLayout.builder().add("theta", ParameterKind.WEIGHT, 1, spectrum.length).build();
  }

  @Override
  public Evaluation evaluate(double[] theta) {
    return Evaluation.exact(dot(theta, gradient(theta)) / 2);
  }

  @Override
  public double[] gradient(double[] theta) {
    return hessianProduct(theta, theta);
  }

  @Override
  public double[] hessianProduct(double[] theta, double[] v) {
    double[] x = v.clone();
    for (double[] normal : normals) {
      reflect(x, normal);
    }
    for (int i = 0; i < x.length; i++) {
      x[i] *= spectrum[i];
    }
    for (int k = normals.length - 1; k >= 0; k--) {
      reflect(x, normals[k]);
    }
    return x;
  }

  private static void reflect(double[] x, double[] normal) {
    double twice = 2 * dot(x, normal);
    for (int i = 0; i < x.length; i++) {
      x[i] -= twice * normal[i];
    }
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }
}
