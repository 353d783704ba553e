package org.thalweg.probe.connectivity;

import org.thalweg.objective.FunctionObjective;
import org.thalweg.objective.TwiceDifferentiableObjective;

/** Two-dimensional landscapes whose paths and saddles are known. */
final class Landscapes {
  /** Height of the saddles of {@link #ring}. */
  static final double RING_SADDLE = 0.1;

  /**
   * The potential of Müller and Brown (1979) divided by 100. Minima at (−0.558224, 1.441726) and
   * (0.623499, 0.028038), and between them a saddle of −40.66484, an intermediate minimum of
   * −80.76782 and a saddle of −72.24894 (before the division).
   */
  static final double[] MULLER_BROWN_A = {-0.558223634633, 1.441725841804};

  static final double[] MULLER_BROWN_B = {0.623499404930, 0.028037758528};
  static final double MULLER_BROWN_SADDLE = -0.4066484;
  static final double[] MULLER_BROWN_SADDLE_AT = {-0.822001558732, 0.624312802814};

  private static final double[] HEIGHT = {-200, -100, -170, 15};
  private static final double[] XX = {-1, -1, -6.5, 0.7};
  private static final double[] XY = {0, 0, 11, 0.6};
  private static final double[] YY = {-10, -10, -6.5, 0.7};
  private static final double[] X = {1, 0, -0.5, -1};
  private static final double[] Y = {0, 0.5, 1.5, 1};

  private Landscapes() {}

  /**
   * (r² − 1)² + 4h x²y²/r⁴: a valley along the unit circle with the loss 0 at the four points on
   * the axes and saddles of exactly h = {@value #RING_SADDLE} halfway between them. The middle of
   * the chord between neighbours has the loss 1/4 + h.
   */
  static TwiceDifferentiableObjective ring() {
    double h = RING_SADDLE;
    return FunctionObjective.withGradient(
        new double[] {1, 0},
        p -> {
          double square = p[0] * p[0] + p[1] * p[1];
          double product = p[0] * p[1] / square;
          return (square - 1) * (square - 1) + 4 * h * product * product;
        },
        p -> {
          double x = p[0];
          double y = p[1];
          double s = x * x + y * y;
          double radial = 4 * (s - 1);
          double common = 16 * h * x * x * y * y / (s * s * s);
          return new double[] {
            radial * x + 8 * h * x * y * y / (s * s) - common * x,
            radial * y + 8 * h * x * x * y / (s * s) - common * y
          };
        });
  }

  static TwiceDifferentiableObjective mullerBrown() {
    return FunctionObjective.withGradient(
        MULLER_BROWN_A,
        p -> {
          double sum = 0;
          for (int i = 0; i < 4; i++) {
            sum += term(i, p);
          }
          return sum;
        },
        p -> {
          double[] gradient = new double[2];
          for (int i = 0; i < 4; i++) {
            double x = p[0] - X[i];
            double y = p[1] - Y[i];
            gradient[0] += term(i, p) * (2 * XX[i] * x + XY[i] * y);
            gradient[1] += term(i, p) * (2 * YY[i] * y + XY[i] * x);
          }
          return gradient;
        });
  }

  private static double term(int i, double[] p) {
    double x = p[0] - X[i];
    double y = p[1] - Y[i];
    return HEIGHT[i] / 100 * Math.exp(XX[i] * x * x + XY[i] * x * y + YY[i] * y * y);
  }
}
