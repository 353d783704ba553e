package org.thalweg.figure;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.result.SurfaceResult;

/** Contour, heat map, 3-D surface and, where there is one, the accuracy of a plane. */
final class SurfaceFigures implements ResultFigures<SurfaceResult> {
  private static final int WIDTH = 800;
  private static final int HEIGHT = 680;

  @Override
  public Class<SurfaceResult> type() {
    return SurfaceResult.class;
  }

  @Override
  public List<Figure> of(String id, SurfaceResult surface) {
    Plane loss = Plane.ofLoss(surface);
    List<Figure> figures = new ArrayList<>();
    String plane = " on the plane θ + αd₁ + βd₂";
    figures.add(
        new Figure(
            id + "-3d",
            "Loss" + plane,
            note(loss),
            "The mean loss as the height of a shaded surface over the plane.",
            WIDTH,
            HEIGHT,
            new SurfaceDrawing(loss)));
    figures.add(
        new Figure(
            id + "-contour",
            "Loss" + plane + ": level lines",
            note(loss),
            "Labelled level lines of the mean loss; the network and the lowest value are marked.",
            WIDTH,
            HEIGHT,
            new ContourDrawing(loss)));
    figures.add(
        new Figure(
            id + "-heatmap",
            "Loss" + plane + ": every computed value",
            note(loss),
            "The mean loss at every grid point as a coloured cell.",
            WIDTH,
            HEIGHT,
            new HeatMapDrawing(loss, true)));
    Plane accuracy = Plane.ofAccuracy(surface);
    if (!accuracy.isEmpty()) {
      figures.add(
          new Figure(
              id + "-accuracy",
              "Accuracy" + plane,
              note(accuracy),
              "The share of right answers at every grid point as a coloured cell.",
              WIDTH,
              HEIGHT,
              new HeatMapDrawing(accuracy, false)));
    }
    return List.copyOf(figures);
  }

  static String note(Plane plane) {
    List<String> notes = new ArrayList<>();
    if (plane.scale().isCutOff()) {
      notes.add(
          "Cut off above %s; the highest value is %s."
              .formatted(
                  NumberText.of(plane.scale().high(), 3),
                  NumberText.of(plane.scale().highest(), 3)));
    }
    if (plane.hasGaps()) {
      notes.add("Blank: not computed or not finite.");
    }
    return String.join(" ", notes);
  }
}
