package org.thalweg.figure;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.result.ConvexityMapResult;

/** |λ_min / λ_max| over a plane. */
final class ConvexityMapFigures implements ResultFigures<ConvexityMapResult> {
  @Override
  public Class<ConvexityMapResult> type() {
    return ConvexityMapResult.class;
  }

  @Override
  public List<Figure> of(String id, ConvexityMapResult map) {
    Plane plane =
        Plane.of(
            "|λ_min / λ_max|",
            map.alpha(),
            map.beta(),
            map.directions(),
            map.ratio(),
            FieldScale.ofShares(),
            ColourMap.VIRIDIS,
            List.of());
    List<String> notes = new ArrayList<>();
    notes.add("Dark: the loss bends down much less than up.");
    if (map.ratio().values().stream().anyMatch(ratio -> ratio > 1)) {
      notes.add("Values above 1 look like 1.");
    }
    if (plane.hasGaps()) {
      notes.add("Blank: not converged or not computed.");
    }
    return List.of(
        new Figure(
            id,
            "Convexity on the plane θ + αd₁ + βd₂",
            String.join(" ", notes),
            "The ratio of the Hessian's extreme eigenvalues at every grid point as a coloured cell.",
            800,
            690,
            new HeatMapDrawing(plane, false)));
  }
}
