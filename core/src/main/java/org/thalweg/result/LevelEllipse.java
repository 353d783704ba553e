package org.thalweg.result;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealVector;

/**
 * The ellipse nearest to a closed level line around the lowest point of a surface, in the
 * coordinates (α, β): the conic Aα² + Bαβ + Cβ² + Dα + Eβ = 1 by least squares through the places
 * where grid edges cross the level (linear interpolation), with the origin at their mean.
 *
 * <p>The level lies half way between the lowest loss and the lowest loss on the border of the grid,
 * so that the line around the lowest point closes. A hole in the basin shows as a residual.
 *
 * <p>Misleads: it looks at one level; and it is a shape in the plane only if the directions are
 * orthogonal and equally long.
 *
 * @param level the level; NaN if the lowest point lies on the border or beside a missing one
 * @param centreAlpha α of the centre; this and what follows is NaN if the line is no ellipse
 * @param centreBeta β of the centre
 * @param longAxis the longer semi-axis
 * @param shortAxis the shorter semi-axis
 * @param angle of the longer axis against the α axis, in radians, from −π/2 to π/2
 * @param residual root mean square of √q − 1 over the crossings, where q = 1 on the ellipse: the
 *     deviation as a share of the radius
 * @param crossings how many places the fit uses
 */
public record LevelEllipse(
    double level,
    double centreAlpha,
    double centreBeta,
    double longAxis,
    double shortAxis,
    double angle,
    double residual,
    int crossings) {
  private static final int FEWEST = 8;

  public static LevelEllipse of(SurfaceResult surface) {
    Grid loss = surface.loss();
    int lowest = loss.values().indexOfLowest();
    if (lowest < 0 || SublevelArea.isBorder(loss, lowest)) {
      return missing(Double.NaN, 0);
    }
    double border = Double.POSITIVE_INFINITY;
    for (int k = 0; k < loss.values().size(); k++) {
      if (SublevelArea.isBorder(loss, k) && Double.isFinite(loss.values().get(k))) {
        border = Math.min(border, loss.values().get(k));
      }
    }
    double minimum = loss.values().get(lowest);
    double level = minimum + (border - minimum) / 2;
    List<double[]> crossings = crossings(surface, lowest, level);
    if (!(border > minimum) || crossings.size() < FEWEST) {
      return missing(level, crossings.size());
    }
    try {
      return fit(crossings, level);
    } catch (MathRuntimeException e) {
      return missing(level, crossings.size());
    }
  }

  private static List<double[]> crossings(SurfaceResult surface, int lowest, double level) {
    Grid loss = surface.loss();
    boolean[] inside = SublevelArea.reached(loss, lowest, level);
    List<double[]> crossings = new ArrayList<>();
    for (int k = 0; k < inside.length; k++) {
      int row = k / loss.columns();
      int column = k % loss.columns();
      for (int[] step : new int[][] {{-1, 0}, {1, 0}, {0, -1}, {0, 1}}) {
        int i = row + step[0];
        int j = column + step[1];
        boolean exists = 0 <= i && i < loss.rows() && 0 <= j && j < loss.columns();
        if (inside[k] && exists && loss.get(i, j) > level && Double.isFinite(loss.get(i, j))) {
          double share = (level - loss.get(row, column)) / (loss.get(i, j) - loss.get(row, column));
          double a = surface.alpha().get(row);
          double b = surface.beta().get(column);
          crossings.add(
              new double[] {
                a + share * (surface.alpha().get(i) - a), b + share * (surface.beta().get(j) - b)
              });
        }
      }
    }
    return crossings;
  }

  private static LevelEllipse fit(List<double[]> points, double level) {
    int n = points.size();
    double meanA = points.stream().mapToDouble(p -> p[0]).average().orElseThrow();
    double meanB = points.stream().mapToDouble(p -> p[1]).average().orElseThrow();
    double scaleA = points.stream().mapToDouble(p -> Math.abs(p[0] - meanA)).max().orElseThrow();
    double scaleB = points.stream().mapToDouble(p -> Math.abs(p[1] - meanB)).max().orElseThrow();
    double[][] design = new double[n][];
    for (int k = 0; k < n; k++) {
      double x = (points.get(k)[0] - meanA) / scaleA;
      double y = (points.get(k)[1] - meanB) / scaleB;
      design[k] = new double[] {x * x, x * y, y * y, x, y};
    }
    RealVector c =
        new QRDecomposition(new Array2DRowRealMatrix(design, false), 1e-10)
            .getSolver()
            .solve(new ArrayRealVector(n, 1.0));
    // Back to the units of the plane: q(p) = (p − m)ᵀM(p − m) with the centre m.
    double a = c.getEntry(0) / (scaleA * scaleA);
    double b = c.getEntry(1) / (scaleA * scaleB) / 2;
    double d = c.getEntry(2) / (scaleB * scaleB);
    double e = c.getEntry(3) / scaleA;
    double f = c.getEntry(4) / scaleB;
    double determinant = a * d - b * b;
    if (!(determinant > 0) || !(a > 0)) {
      return missing(level, n);
    }
    double x0 = -(d * e - b * f) / (2 * determinant);
    double y0 = -(a * f - b * e) / (2 * determinant);
    double constant = 1 + a * x0 * x0 + 2 * b * x0 * y0 + d * y0 * y0;
    double angle = Math.atan2(2 * b, a - d) / 2;
    double middle = (a + d) / 2;
    double spread = Math.hypot((a - d) / 2, b);
    double squares = 0;
    for (double[] point : points) {
      double x = point[0] - meanA - x0;
      double y = point[1] - meanB - y0;
      double q = (a * x * x + 2 * b * x * y + d * y * y) / constant;
      squares += (Math.sqrt(q) - 1) * (Math.sqrt(q) - 1);
    }
    double longAngle = angle > 0 ? angle - Math.PI / 2 : angle + Math.PI / 2;
    return new LevelEllipse(
        level,
        meanA + x0,
        meanB + y0,
        Math.sqrt(constant / (middle - spread)),
        Math.sqrt(constant / (middle + spread)),
        longAngle,
        Math.sqrt(squares / n),
        n);
  }

  private static LevelEllipse missing(double level, int crossings) {
    double n = Double.NaN;
    return new LevelEllipse(level, n, n, n, n, n, n, crossings);
  }
}
