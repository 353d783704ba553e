package org.thalweg.figure;

import java.util.List;
import org.thalweg.result.TopologyResult;

/** Basins on the level lines of their surface, and the persistence diagram. */
final class TopologyFigures implements ResultFigures<TopologyResult> {
  @Override
  public Class<TopologyResult> type() {
    return TopologyResult.class;
  }

  @Override
  public List<Figure> of(String id, TopologyResult topology) {
    Plane plane =
        Plane.of(
            "mean loss",
            topology.alpha(),
            topology.beta(),
            topology.directions(),
            topology.loss(),
            FieldScale.of(topology.loss()),
            ColourMap.VIRIDIS,
            List.of());
    return List.of(
        new Figure(
            id + "-basins",
            "Basins of the loss on the plane θ + αd₁ + βd₂",
            "Numbered: lowest points of basins of persistence above 1 % of the range; ×: the passes"
                + " between them.",
            "Level lines of the loss with the numbered lowest points of its basins and their passes.",
            800,
            690,
            new ContourDrawing(plane, false, panel -> new BasinMarks(topology).paint(panel))),
        new Figure(
            id + "-persistence",
            "Persistence of the basins",
            "The height above the diagonal is what one has to climb to leave a basin.",
            "One point for each basin: the loss at its lowest point and at the pass out of it.",
            620,
            600,
            new PersistenceDrawing(topology)));
  }
}
