package org.thalweg.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.result.Grid;
import org.thalweg.result.SurfaceResult;
import org.thalweg.result.Values;

/**
 * A surface as points and quadrilaterals. Points without a finite height are left out, and with
 * them every quadrilateral they belong to, so that a gap in the surface is a hole in the mesh.
 *
 * @param coordinates x = α, y = β, z for each point
 * @param pointData a value for each point, by name; columns that are NaN everywhere are left out
 * @param quads four points each, counter-clockwise seen from above
 */
record SurfaceMesh(List<double[]> coordinates, Map<String, double[]> pointData, List<int[]> quads) {

  static SurfaceMesh of(SurfaceResult surface, Height height) {
    Grid loss = surface.loss();
    int[] cells =
        IntStream.range(0, loss.values().size())
            .filter(cell -> Double.isFinite(height.of(loss.values().get(cell))))
            .toArray();
    if (cells.length == 0) {
      throw ThalwegException.of(ErrorCode.NOT_FINITE)
          .expected("at least one point with a finite height")
          .found("none among " + loss.values().size() + " points")
          .next(
              height.logarithmic()
                  ? "use a linear height: a loss of 0 or less has no logarithm"
                  : "measure the surface to its end, or on a smaller range");
    }
    List<double[]> coordinates = new ArrayList<>();
    for (int cell : cells) {
      coordinates.add(
          new double[] {
            surface.alpha().get(cell / loss.columns()),
            surface.beta().get(cell % loss.columns()),
            height.of(loss.values().get(cell))
          });
    }
    return new SurfaceMesh(coordinates, pointData(surface, cells), quads(loss, cells));
  }

  private static Map<String, double[]> pointData(SurfaceResult surface, int[] cells) {
    Values loss = surface.loss().values();
    Map<String, double[]> all = new LinkedHashMap<>();
    all.put("loss", column(cells, loss::get));
    all.put("log10_loss", column(cells, cell -> logarithm(loss.get(cell))));
    all.put("accuracy", column(cells, surface.accuracy().values()::get));
    all.put("standard_error", column(cells, surface.lossStandardError().values()::get));
    all.values().removeIf(column -> Arrays.stream(column).allMatch(Double::isNaN));
    return all;
  }

  private static double logarithm(double loss) {
    return loss > 0 ? Math.log10(loss) : Double.NaN;
  }

  private static double[] column(int[] cells, IntToDoubleFunction value) {
    return Arrays.stream(cells).mapToDouble(value).toArray();
  }

  private static List<int[]> quads(Grid loss, int[] cells) {
    int[] point = new int[loss.values().size()];
    Arrays.fill(point, -1);
    for (int p = 0; p < cells.length; p++) {
      point[cells[p]] = p;
    }
    int columns = loss.columns();
    List<int[]> quads = new ArrayList<>();
    for (int i = 0; i + 1 < loss.rows(); i++) {
      for (int j = 0; j + 1 < columns; j++) {
        int here = i * columns + j;
        int[] corners = {
          point[here], point[here + columns], point[here + columns + 1], point[here + 1]
        };
        if (Arrays.stream(corners).allMatch(corner -> corner >= 0)) {
          quads.add(corners);
        }
      }
    }
    return quads;
  }
}
