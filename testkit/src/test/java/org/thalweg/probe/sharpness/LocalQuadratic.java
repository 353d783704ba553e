package org.thalweg.probe.sharpness;

import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.thalweg.linalg.Precision;
import org.thalweg.objective.Evaluation;
import org.thalweg.objective.FunctionObjective;
import org.thalweg.objective.SmoothFunction;
import org.thalweg.objective.TwiceDifferentiableObjective;
import org.thalweg.parameter.ParameterKind;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.random.RandomStream;

/** L(θ₀ + δ) = c + gᵀδ + ½ δᵀAδ. */
final class LocalQuadratic implements SmoothFunction {
  private final double constant;
  private final double[] gradient;
  private final double[][] matrix;
  private final double[] point;

  LocalQuadratic(double constant, double[] gradient, double[][] matrix, double[] point) {
    this.constant = constant;
    this.gradient = gradient;
    this.matrix = matrix;
    this.point = point;
  }

  double[] gradient() {
    return gradient.clone();
  }

  double[][] matrix() {
    return matrix;
  }

  double[] point() {
    return point.clone();
  }

  /** A random one: g and θ₀ standard normal, A with this spectrum in a random orientation. */
  static LocalQuadratic random(double[] spectrum, double slope, long seed) {
    int d = spectrum.length;
    double[][] columns = new double[d][];
    for (int i = 0; i < d; i++) {
      columns[i] = RandomStream.of(seed, "orientation", i).gaussians(d);
    }
    RealMatrix q = new QRDecomposition(MatrixUtils.createRealMatrix(columns)).getQ();
    RealMatrix a = q.multiply(MatrixUtils.createRealDiagonalMatrix(spectrum)).multiplyTransposed(q);
    double[] g = RandomStream.of(seed, "slope").gaussians(d);
    for (int i = 0; i < d; i++) {
      g[i] *= slope;
    }
    return new LocalQuadratic(0.5, g, a.getData(), RandomStream.of(seed, "point").gaussians(d));
  }

  /** Without coupling between the parameters. */
  static LocalQuadratic diagonal(double[] curvature, double[] slope, double[] point) {
    return new LocalQuadratic(
        0.5, slope, MatrixUtils.createRealDiagonalMatrix(curvature).getData(), point);
  }

  TwiceDifferentiableObjective objective() {
    return objective(Precision.FLOAT64);
  }

  TwiceDifferentiableObjective objective(Precision precision) {
    return FunctionObjective.of(this, point, precision);
  }

  /** C A C and C g: the same in the coordinates δ/c. */
  LocalQuadratic scaled(double[] c) {
    double[] g = gradient.clone();
    double[][] a = new double[g.length][g.length];
    for (int i = 0; i < g.length; i++) {
      g[i] *= c[i];
      for (int j = 0; j < g.length; j++) {
        a[i][j] = c[i] * matrix[i][j] * c[j];
      }
    }
    return new LocalQuadratic(constant, g, a, point);
  }

  double curvature(double[] v) {
    return MatrixUtils.createRealVector(v)
        .dotProduct(MatrixUtils.createRealVector(hessianProduct(point, v)));
  }

  double slopeNorm() {
    return MatrixUtils.createRealVector(gradient).getNorm();
  }

  @Override
  public ParameterLayout layout() {
    return ParameterLayout.builder().add("theta", ParameterKind.WEIGHT, 1, gradient.length).build();
  }

  @Override
  public Evaluation evaluate(double[] theta) {
    double[] step = step(theta);
    double value = constant;
    double[] product = hessianProduct(theta, step);
    for (int i = 0; i < step.length; i++) {
      value += step[i] * (gradient[i] + product[i] / 2);
    }
    return Evaluation.exact(value);
  }

  @Override
  public double[] gradient(double[] theta) {
    double[] slope = hessianProduct(theta, step(theta));
    for (int i = 0; i < slope.length; i++) {
      slope[i] += gradient[i];
    }
    return slope;
  }

  @Override
  public double[] hessianProduct(double[] theta, double[] v) {
    return MatrixUtils.createRealMatrix(matrix).operate(v);
  }

  private double[] step(double[] theta) {
    double[] step = theta.clone();
    for (int i = 0; i < step.length; i++) {
      step[i] -= point[i];
    }
    return step;
  }
}
