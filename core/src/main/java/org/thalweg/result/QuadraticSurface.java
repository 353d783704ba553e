package org.thalweg.result;

import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * The quadratic polynomial nearest to a surface by ordinary least squares,
 *
 * <p>L ≈ value + g₁α + g₂β + ½(h₁₁α² + 2h₁₂αβ + h₂₂β²);
 *
 * <p>points that are not finite are left out. Solved by normal equations on coordinates scaled to
 * −1 … 1, where they are well conditioned, in constant memory.
 *
 * <p>Misleads: it describes the whole range. The standard errors take deviations for independent
 * noise; where they come from a loss that is no polynomial they are too small. Curvatures are those
 * in the coordinates (α, β): they are curvatures of the loss only up to the squared lengths of the
 * directions, and the ratio means the plane only if the directions are orthogonal and equally long.
 *
 * @param value fitted value at (0, 0)
 * @param alphaSlope g₁
 * @param betaSlope g₂
 * @param alphaCurvature h₁₁
 * @param mixedCurvature h₁₂
 * @param betaCurvature h₂₂
 * @param largestCurvature larger eigenvalue of h
 * @param largestCurvatureStandardError its standard error, to first order
 * @param smallestCurvature smaller eigenvalue of h
 * @param smallestCurvatureStandardError its standard error, to first order
 * @param ratio smallest / largest curvature: 1 for a round bowl, 0 for a trough, negative for a
 *     saddle; NaN if the largest is not positive
 * @param ratioStandardError its standard error, to first order
 * @param rSquared share of the variance explained; NaN if all values are equal or there are only 6
 * @param residual root mean square of the deviations
 * @param points how many were finite; everything else is NaN if they do not determine the fit
 */
public record QuadraticSurface(
    double value,
    double alphaSlope,
    double betaSlope,
    double alphaCurvature,
    double mixedCurvature,
    double betaCurvature,
    double largestCurvature,
    double largestCurvatureStandardError,
    double smallestCurvature,
    double smallestCurvatureStandardError,
    double ratio,
    double ratioStandardError,
    double rSquared,
    double residual,
    int points) {
  private static final int TERMS = 6;

  /** The fit to {@code loss.get(i, j)} at (α_i, β_j). */
  public static QuadraticSurface of(Values alpha, Values beta, Grid loss) {
    Scaling a = Scaling.of(alpha);
    Scaling b = Scaling.of(beta);
    double[][] normal = new double[TERMS][TERMS];
    double[] right = new double[TERMS];
    double sum = 0;
    int points = 0;
    for (int i = 0; i < loss.rows(); i++) {
      for (int j = 0; j < loss.columns(); j++) {
        double y = loss.get(i, j);
        if (Double.isFinite(y)) {
          double[] terms = terms(a.apply(alpha.get(i)), b.apply(beta.get(j)));
          for (int k = 0; k < TERMS; k++) {
            right[k] += terms[k] * y;
            for (int l = 0; l < TERMS; l++) {
              normal[k][l] += terms[k] * terms[l];
            }
          }
          sum += y;
          points++;
        }
      }
    }
    if (points < TERMS) {
      return missing(points);
    }
    try {
      RealMatrix inverse =
          new LUDecomposition(new Array2DRowRealMatrix(normal, false), 1e-9 * points)
              .getSolver()
              .getInverse();
      double[] c = inverse.operate(right);
      double mean = sum / points;
      double residual = 0;
      double total = 0;
      for (int i = 0; i < loss.rows(); i++) {
        for (int j = 0; j < loss.columns(); j++) {
          double y = loss.get(i, j);
          if (Double.isFinite(y)) {
            double[] terms = terms(a.apply(alpha.get(i)), b.apply(beta.get(j)));
            double fitted = 0;
            for (int k = 0; k < TERMS; k++) {
              fitted += c[k] * terms[k];
            }
            residual += (y - fitted) * (y - fitted);
            total += (y - mean) * (y - mean);
          }
        }
      }
      return of(c, inverse, residual, total, points, a, b);
    } catch (MathRuntimeException e) {
      // The points lie on a conic or on too few lines: many polynomials fit.
      return missing(points);
    }
  }

  private static QuadraticSurface of(
      double[] c,
      RealMatrix inverse,
      double residual,
      double total,
      int points,
      Scaling a,
      Scaling b) {
    double[] units = {
      1 / (a.scale() * a.scale()), 1 / (a.scale() * b.scale()), 1 / (b.scale() * b.scale())
    };
    double variance = points > TERMS ? residual / (points - TERMS) : Double.NaN;
    double[][] covariance = new double[3][3];
    for (int k = 0; k < 3; k++) {
      for (int l = 0; l < 3; l++) {
        covariance[k][l] = variance * inverse.getEntry(3 + k, 3 + l) * units[k] * units[l];
      }
    }
    double h11 = c[3] * units[0];
    double h12 = c[4] * units[1];
    double h22 = c[5] * units[2];
    double angle = Math.atan2(2 * h12, h11 - h22) / 2;
    double[] largest = derivatives(angle);
    double[] smallest = derivatives(angle + Math.PI / 2);
    double high = eigenvalue(largest, h11, h12, h22);
    double low = eigenvalue(smallest, h11, h12, h22);
    double ratio = high > 0 ? low / high : Double.NaN;
    double[] ratioDerivatives = new double[3];
    for (int k = 0; k < 3; k++) {
      ratioDerivatives[k] = (smallest[k] - ratio * largest[k]) / high;
    }
    double t = a.apply(0);
    double u = b.apply(0);
    return new QuadraticSurface(
        c[0] + t * (c[1] + t * c[3] / 2 + u * c[4]) + u * (c[2] + u * c[5] / 2),
        (c[1] + t * c[3] + u * c[4]) / a.scale(),
        (c[2] + u * c[5] + t * c[4]) / b.scale(),
        h11,
        h12,
        h22,
        high,
        standardError(largest, covariance),
        low,
        standardError(smallest, covariance),
        ratio,
        standardError(ratioDerivatives, covariance),
        total == 0 || points == TERMS ? Double.NaN : 1 - residual / total,
        Math.sqrt(residual / points),
        points);
  }

  /** dλ = c²·dh₁₁ + 2cs·dh₁₂ + s²·dh₂₂ for the eigenvector (c, s) = (cos, sin) of the angle. */
  private static double[] derivatives(double angle) {
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    return new double[] {c * c, 2 * c * s, s * s};
  }

  private static double eigenvalue(double[] d, double h11, double h12, double h22) {
    return d[0] * h11 + d[1] * h12 + d[2] * h22;
  }

  private static double standardError(double[] d, double[][] covariance) {
    double sum = 0;
    for (int k = 0; k < 3; k++) {
      for (int l = 0; l < 3; l++) {
        sum += d[k] * d[l] * covariance[k][l];
      }
    }
    return Math.sqrt(Math.max(0, sum));
  }

  private static double[] terms(double t, double u) {
    return new double[] {1, t, u, t * t / 2, t * u, u * u / 2};
  }

  private record Scaling(double centre, double scale) {
    static Scaling of(Values values) {
      double low = values.stream().min().orElse(0);
      double high = values.stream().max().orElse(0);
      double half = high / 2 - low / 2;
      return new Scaling(low + half, half > 0 ? half : 1);
    }

    double apply(double x) {
      return (x - centre) / scale;
    }
  }

  private static QuadraticSurface missing(int points) {
    double n = Double.NaN;
    return new QuadraticSurface(n, n, n, n, n, n, n, n, n, n, n, n, n, n, points);
  }
}
