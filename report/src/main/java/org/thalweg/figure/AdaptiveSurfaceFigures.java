package org.thalweg.figure;

import java.util.List;
import java.util.stream.Stream;
import org.thalweg.result.AdaptiveSurfaceResult;
import org.thalweg.result.SurfaceResult;

/** Level lines of a surface that was computed at some points, and these points. */
final class AdaptiveSurfaceFigures implements ResultFigures<AdaptiveSurfaceResult> {
  @Override
  public Class<AdaptiveSurfaceResult> type() {
    return AdaptiveSurfaceResult.class;
  }

  @Override
  public List<Figure> of(String id, AdaptiveSurfaceResult result) {
    SurfaceResult surface = result.surface();
    Plane plane =
        Plane.of(
            "mean loss",
            surface.alpha(),
            surface.beta(),
            surface.directions(),
            result.filled(),
            FieldScale.of(result.filled()),
            ColourMap.VIRIDIS,
            surface.marks());
    String note =
        "Dots: the %d of %d points that were computed; interpolated between them, largest error seen %s of the range."
            .formatted(
                result.computedPoints(),
                result.computed().values().size(),
                NumberText.of(result.estimatedError(), 2));
    return List.of(
        new Figure(
            id + "-points",
            "Loss on the plane θ + αd₁ + βd₂: computed where it bends",
            String.join(
                " ",
                Stream.of(note, SurfaceFigures.note(plane)).filter(one -> !one.isEmpty()).toList()),
            "Level lines of the computed and interpolated loss; a dot at every computed point.",
            800,
            690,
            new ContourDrawing(plane, true, panel -> dots(result, panel))));
  }

  private static void dots(AdaptiveSurfaceResult result, Panel panel) {
    for (int i = 0; i < result.computed().rows(); i++) {
      for (int j = 0; j < result.computed().columns(); j++) {
        if (result.isComputed(i, j)) {
          double x = panel.x(result.surface().alpha().get(i));
          double y = panel.y(result.surface().beta().get(j));
          panel.dot(x, y, 2.4, Style.BACKGROUND);
          panel.dot(x, y, 1.5, Style.INK);
        }
      }
    }
  }
}
