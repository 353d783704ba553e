package org.thalweg.report.study;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.figure.FieldScale;
import org.thalweg.figure.Figure;
import org.thalweg.figure.GroupFigures;
import org.thalweg.figure.NumberText;
import org.thalweg.figure.PlaneMultiples;
import org.thalweg.result.SurfaceResult;
import org.thalweg.result.TrajectoryResult;
import org.thalweg.result.Values;

/** The loss over planes of all cells, on one scale: level lines, surfaces, paths of training. */
final class PlaneFigures {
  private static final int MOST_RAISED = 6;

  private final DesignLayout layout;
  private final FigureNames names;
  private final List<StudyFigure> figures = new ArrayList<>();

  PlaneFigures(DesignLayout layout, FigureNames names) {
    this.layout = layout;
    this.names = names;
  }

  /** Of one probe. */
  List<StudyFigure> of(String probe, List<CellPicture> pictures) {
    figures.clear();
    addSurfaces(probe, LandscapePart.of(pictures, SurfaceResult.class));
    addPaths(probe, LandscapePart.of(pictures, TrajectoryResult.class));
    return List.copyOf(figures);
  }

  private void addSurfaces(String probe, List<LandscapePart<SurfaceResult>> parts) {
    if (parts.isEmpty()) {
      return;
    }
    PlaneMultiples planes =
        PlaneMultiples.of(
            "α (along d₁)",
            "β (along d₂)",
            parts.stream()
                .map(part -> PlaneMultiples.Part.of(part.picture().cell(), part.result()))
                .toList());
    addPlanes(
        "contours", probe, "Loss over a plane: level lines", planes, LandscapePart.captions(parts));
    Figure raised = raised(probe, planes);
    figures.add(
        new StudyFigure(
            "surfaces",
            "Loss over a plane as a surface: choose a cell",
            LandscapePart.captions(parts),
            true,
            raised,
            node -> FigureData.embed(planes, layout.columns(planes.parts().size()), node)));
  }

  /** The static picture, of the first cells only: many of them would make the page large. */
  private Figure raised(String probe, PlaneMultiples planes) {
    int shown = Math.min(MOST_RAISED, planes.parts().size());
    String first =
        shown < planes.parts().size()
            ? "Static picture: the first %d of %d cells. ".formatted(shown, planes.parts().size())
            : "";
    return GroupFigures.surfaces(
        new GroupFigures.Words(
            names.next("surfaces", probe),
            "Loss over a plane",
            first + note(planes.scale()),
            "A surface in 3-D for each cell with the same heights and colours."),
        new PlaneMultiples(
            planes.alphaName(),
            planes.betaName(),
            planes.parts().subList(0, shown),
            planes.scale()));
  }

  private void addPlanes(
      String kind, String probe, String title, PlaneMultiples planes, List<String> captions) {
    Figure figure =
        GroupFigures.planes(
            new GroupFigures.Words(
                names.next(kind, probe),
                title,
                note(planes.scale()),
                "Level lines of the mean loss for each cell with the same levels and colours."),
            planes,
            layout.columns(planes.parts().size()));
    figures.add(
        new StudyFigure(
            "planes",
            title,
            captions,
            true,
            figure,
            node -> FigureData.embed(planes, layout.columns(planes.parts().size()), node)));
  }

  private static String note(FieldScale scale) {
    return scale.isCutOff()
        ? "Cut off above %s; the highest value is %s."
            .formatted(NumberText.of(scale.high(), 3), NumberText.of(scale.highest(), 3))
        : "";
  }

  private void addPaths(String probe, List<LandscapePart<TrajectoryResult>> parts) {
    List<PlaneMultiples.Part> planes = new ArrayList<>();
    for (LandscapePart<TrajectoryResult> part : parts) {
      part.result().plane().ifPresent(plane -> planes.add(path(part, plane)));
    }
    if (!planes.isEmpty()) {
      List<String> captions = new ArrayList<>(LandscapePart.captions(parts));
      captions.add(
          "Snapshots projected on the plane of their first two principal components, from the black"
              + " dot to the cross; the share of variance in brackets belongs to PC 1. Each plane has"
              + " its own extent.");
      addPlanes(
          "paths",
          probe,
          "The way training took, on the plane of its principal components",
          PlaneMultiples.of("along PC 1", "along PC 2", planes),
          captions);
    }
  }

  private static PlaneMultiples.Part path(
      LandscapePart<TrajectoryResult> part, SurfaceResult plane) {
    TrajectoryResult trajectory = part.result();
    int n = trajectory.projection().size();
    double[][] place = new double[2][n];
    for (int t = 0; t < n; t++) {
      place[0][t] = trajectory.projection().coordinates().get(t, 0);
      place[1][t] = trajectory.projection().coordinates().get(t, 1);
    }
    String share = NumberText.of(100 * trajectory.mainVariance().ratioOfFirst(1), 3);
    return new PlaneMultiples.Part(
        part.picture().cell() + " (" + share + " %)",
        plane,
        Values.of(place[0]),
        Values.of(place[1]));
  }
}
