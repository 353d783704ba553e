package org.thalweg.figure;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.result.Grid;
import org.thalweg.result.SurfaceResult;
import org.thalweg.result.Values;

/**
 * Losses over several planes, to be compared: one scale of colours, heights and levels for all.
 *
 * @param alphaName what the horizontal axes are
 * @param betaName what the vertical axes are
 * @param parts the planes in their order
 * @param scale of all of them
 */
public record PlaneMultiples(
    String alphaName, String betaName, List<Part> parts, FieldScale scale) {
  private static final int MOST_LEVELS = 9;

  public PlaneMultiples {
    parts = List.copyOf(parts);
  }

  /**
   * One plane.
   *
   * @param alpha of a path drawn on it; empty if there is none
   * @param beta of the path
   */
  public record Part(String name, SurfaceResult surface, Values alpha, Values beta) {
    /** Without a path. */
    public static Part of(String name, SurfaceResult surface) {
      return new Part(name, surface, Values.of(), Values.of());
    }
  }

  /** With the scale that suits all of them together. */
  public static PlaneMultiples of(String alphaName, String betaName, List<Part> parts) {
    double[] all =
        parts.stream().flatMapToDouble(part -> part.surface().loss().values().stream()).toArray();
    Grid together = new Grid(1, all.length, Values.of(all));
    return new PlaneMultiples(alphaName, betaName, parts, FieldScale.of(together));
  }

  /** The common level lines: few enough for small pictures. */
  public List<Double> levels() {
    List<Double> all = scale.levels();
    int stride = (all.size() + MOST_LEVELS - 1) / MOST_LEVELS;
    List<Double> kept = new ArrayList<>();
    for (int k = 0; k < all.size(); k += Math.max(1, stride)) {
      kept.add(all.get(k));
    }
    return kept;
  }

  /** Whether all planes have the same extent, so that their axes can be compared as well. */
  public boolean sameExtent() {
    return parts.stream()
            .map(part -> List.of(part.surface().alpha(), part.surface().beta()))
            .distinct()
            .count()
        <= 1;
  }

  Plane plane(Part part) {
    Plane own = Plane.ofLoss(part.surface());
    return new Plane(
        own.name(),
        own.alpha(),
        own.beta(),
        own.field(),
        scale,
        own.map(),
        alphaName,
        betaName,
        own.marks());
  }
}
