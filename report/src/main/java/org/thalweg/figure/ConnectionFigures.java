package org.thalweg.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.thalweg.result.Barrier;
import org.thalweg.result.ConnectionResult;
import org.thalweg.result.PathPlane;

/** Loss and error along a path between two networks; the plane under it, and how it was found. */
final class ConnectionFigures implements ResultFigures<ConnectionResult> {
  @Override
  public Class<ConnectionResult> type() {
    return ConnectionResult.class;
  }

  @Override
  public List<Figure> of(String id, ConnectionResult result) {
    List<Figure> figures = new ArrayList<>();
    figures.add(
        new Figure(
            id,
            "Loss and error along the path from A to B: " + words(result),
            barrier(result),
            "Mean loss and share of wrong answers over the way travelled from network A to network B.",
            800,
            ConnectionDrawing.hasError(result) ? 640 : 430,
            new ConnectionDrawing(result)));
    result.plane().ifPresent(plane -> figures.add(ofPlane(id, plane)));
    if (result.search().step().size() > 0) {
      figures.add(
          new Figure(
              id + "-search",
              "How the path was found",
              result.search().method() + "; how it ended: " + result.search().outcome().text(),
              "The recorded quantity over the iterations of the search.",
              800,
              380,
              new SearchDrawing(result.search())));
    }
    return List.copyOf(figures);
  }

  private static Figure ofPlane(String id, PathPlane plane) {
    Plane loss = Plane.ofLoss(plane.surface());
    double farthest = plane.offPlane().stream().max().orElse(0);
    double length = plane.points().get(2).get(0);
    // Rounding leaves a little.
    boolean within = farthest <= 1e-4 * length;
    return new Figure(
        id + "-plane",
        "Loss on the plane through A, a bend and B, with the path",
        (within
                ? "The path lies in the plane."
                : "The path leaves the plane by up to %s.".formatted(NumberText.of(farthest, 3)))
            + (" Distances on the plane are distances between weights. "
                    + SurfaceFigures.note(loss))
                .stripTrailing(),
        "Level lines of the mean loss; the path, its ends and the bend are marked.",
        800,
        planeHeight(loss),
        (graphics, area) ->
            new PathOverlay(plane)
                .paint(new ContourDrawing(loss).paintWithoutMarks(graphics, area)));
  }

  /** As high as a plane of equal aspect needs, within limits. */
  private static int planeHeight(Plane plane) {
    double width = plane.alpha().get(plane.alpha().size() - 1) - plane.alpha().get(0);
    double height = plane.beta().get(plane.beta().size() - 1) - plane.beta().get(0);
    return (int) Math.max(400, Math.min(680, 170 + 574 * height / width));
  }

  private static String words(ConnectionResult result) {
    String number = result.bends() + (result.bends() == 1 ? " bend" : " bends");
    String bends =
        switch (result.curve()) {
          case "linear" -> "straight line";
          case "bezier" -> "Bezier curve with " + number;
          case "polychain" -> "chain of straight pieces with " + number;
          default -> result.curve().replace('-', ' ') + " with " + number;
        };
    return result.alignment().equals("none") ? bends : bends + ", B aligned by permutation";
  }

  private static String barrier(ConnectionResult result) {
    Barrier barrier = result.profile().lossBarrier();
    String text =
        String.format(
            Locale.ROOT,
            "Barrier in loss (%s): %s at t = %s",
            result.profile().samples(),
            number(barrier.height(), barrier.heightStandardError()),
            NumberText.of(barrier.at(), 3));
    return result
        .straight()
        .map(
            line ->
                text
                    + "; on the straight line: "
                    + number(line.lossBarrier().height(), line.lossBarrier().heightStandardError()))
        .orElse(text);
  }

  static String number(double value, double standardError) {
    String text = NumberText.of(value, 3);
    return Double.isNaN(standardError) ? text : text + " ± " + NumberText.of(standardError, 2);
  }
}
