package org.thalweg.probe.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.thalweg.result.Basin;
import org.thalweg.result.Cost;
import org.thalweg.result.Grid;
import org.thalweg.result.SurfaceResult;
import org.thalweg.result.TopologyResult;

/**
 * The merge tree of a surface: the grid is flooded from below; at each local minimum a basin is
 * born, and where two waters first touch, at a saddle, the one with the higher minimum dies into
 * the other (elder rule). Persistence is the height of the saddle above the minimum.
 *
 * <p>Grid points that touch are given by a {@link Neighbourhood}; equal losses are ordered by their
 * row-major index, so that a plateau is one minimum, and basins of persistence 0 are left out;
 * points that are not finite are not part of the surface. The lowest point of every connected piece
 * never dies: its saddle is infinite.
 *
 * <p>Cost: none in the network; O(n log n) for n grid points.
 *
 * <p>Misleads: it sees the plane, not the space: two basins of a plane may be one valley around the
 * corner, and a minimum of the plane is hardly ever one of the loss. A coarse grid cuts narrow
 * diagonal valleys into chains of basins. Persistence below the standard error of the loss is
 * noise.
 *
 * <p>Source: H. Edelsbrunner, D. Letscher, A. Zomorodian, "Topological persistence and
 * simplification" (2002).
 */
public final class SublevelPersistence {
  private SublevelPersistence() {}

  /** With diagonal neighbours. */
  public static TopologyResult of(SurfaceResult surface) {
    return of(surface, Neighbourhood.EIGHT);
  }

  public static TopologyResult of(SurfaceResult surface, Neighbourhood neighbourhood) {
    long start = System.nanoTime();
    List<Basin> basins = new Flood(surface, neighbourhood).basins();
    return new TopologyResult(
        surface.directions(),
        surface.alpha(),
        surface.beta(),
        surface.loss(),
        neighbourhood.neighbours(),
        basins,
        surface.outcome(),
        new Cost(0, 0, 0, (System.nanoTime() - start) * 1e-9));
  }

  private static final class Flood {
    private static final int DRY = -1;

    private final SurfaceResult surface;
    private final Grid loss;
    private final Neighbourhood neighbourhood;

    /** Union-find over grid points; each tree's root is the minimum of its basin. */
    private final int[] parent;

    private final List<int[]> deaths = new ArrayList<>();

    Flood(SurfaceResult surface, Neighbourhood neighbourhood) {
      this.surface = surface;
      this.loss = surface.loss();
      this.neighbourhood = neighbourhood;
      this.parent = new int[loss.values().size()];
      Arrays.fill(parent, DRY);
    }

    List<Basin> basins() {
      int[] order =
          IntStream.range(0, parent.length)
              .filter(k -> Double.isFinite(loss.values().get(k)))
              .boxed()
              .sorted(Comparator.comparingDouble((Integer k) -> value(k)).thenComparing(k -> k))
              .mapToInt(Integer::intValue)
              .toArray();
      for (int point : order) {
        wet(point);
      }
      return inOrder(order);
    }

    private void wet(int point) {
      parent[point] = point;
      int row = point / loss.columns();
      int column = point % loss.columns();
      for (int i = Math.max(0, row - 1); i <= Math.min(loss.rows() - 1, row + 1); i++) {
        for (int j = Math.max(0, column - 1); j <= Math.min(loss.columns() - 1, column + 1); j++) {
          int other = i * loss.columns() + j;
          if (neighbourhood.touches(i - row, j - column) && parent[other] != DRY) {
            merge(point, other);
          }
        }
      }
    }

    private void merge(int point, int other) {
      int a = root(point);
      int b = root(other);
      if (a == b) {
        return;
      }
      int elder = isElder(a, b) ? a : b;
      int younger = elder == a ? b : a;
      parent[younger] = elder;
      if (value(point) > value(younger)) {
        deaths.add(new int[] {younger, point, elder});
      }
    }

    private boolean isElder(int a, int b) {
      return value(a) < value(b) || (value(a) == value(b) && a < b);
    }

    private int root(int point) {
      int root = point;
      while (parent[root] != root) {
        root = parent[root];
      }
      int k = point;
      while (parent[k] != root) {
        int next = parent[k];
        parent[k] = root;
        k = next;
      }
      return root;
    }

    /** {minimum, saddle or −1, minimum of the deeper basin or −1}, sorted and numbered. */
    private List<Basin> inOrder(int[] order) {
      List<int[]> all = new ArrayList<>(deaths);
      for (int point : order) {
        if (parent[point] == point) {
          all.add(new int[] {point, -1, -1});
        }
      }
      all.sort(
          Comparator.comparingDouble((int[] basin) -> -persistence(basin))
              .thenComparingDouble(basin -> value(basin[0]))
              .thenComparingInt(basin -> basin[0]));
      int[] minima = all.stream().mapToInt(basin -> basin[0]).toArray();
      List<Basin> basins = new ArrayList<>();
      for (int[] basin : all) {
        int elder = -1;
        for (int k = 0; k < minima.length && basin[2] >= 0; k++) {
          elder = minima[k] == basin[2] ? k : elder;
        }
        basins.add(basin(basin[0], basin[1], elder));
      }
      return basins;
    }

    private double persistence(int[] basin) {
      return basin[1] < 0 ? Double.POSITIVE_INFINITY : value(basin[1]) - value(basin[0]);
    }

    private Basin basin(int minimum, int saddle, int elder) {
      boolean dies = saddle >= 0;
      int row = minimum / loss.columns();
      int column = minimum % loss.columns();
      double error = surface.lossStandardError().values().get(minimum);
      return new Basin(
          surface.alpha().get(row),
          surface.beta().get(column),
          value(minimum),
          row == 0 || column == 0 || row == loss.rows() - 1 || column == loss.columns() - 1,
          dies ? surface.alpha().get(saddle / loss.columns()) : Double.NaN,
          dies ? surface.beta().get(saddle % loss.columns()) : Double.NaN,
          dies ? value(saddle) : Double.POSITIVE_INFINITY,
          dies ? Math.hypot(error, surface.lossStandardError().values().get(saddle)) : Double.NaN,
          elder);
    }

    private double value(int point) {
      return loss.values().get(point);
    }
  }
}
