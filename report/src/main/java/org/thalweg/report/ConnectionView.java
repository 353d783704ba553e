package org.thalweg.report;

import java.util.List;
import org.thalweg.figure.FieldScale;
import org.thalweg.result.ConnectionResult;
import org.thalweg.result.Measurement;
import org.thalweg.result.PathPlane;
import org.thalweg.result.PathProfile;

/** A path from one network to another. */
final class ConnectionView implements ResultView<ConnectionResult> {
  private static final PlotWords PATH =
      new PlotWords(
          "path",
          "",
          "Loss and error along the path",
          "The mean loss and the share of wrong answers on the way from network A to network B. The"
              + " barrier is how far the loss rises above the straight line between its two ends.",
          "The highest of the measured points is a lower bound of what lies between them. A barrier on"
              + " the straight line does not mean that the networks lie in different valleys: a bent"
              + " path, or another order of hidden units, may avoid it.");
  private static final PlotWords PLANE =
      new PlotWords(
          "pathplane",
          "-plane",
          "The plane under the path",
          "Level lines of the mean loss on the plane through A, one bend of the path and B, with the"
              + " path drawn on it. Distances on the plane are distances between weights.",
          "The plane was chosen by the path: it shows the valley that was found, not how many there"
              + " are. A path with several bends leaves the plane, and the surface beneath it is then"
              + " not the loss that it meets.");

  @Override
  public Class<ConnectionResult> type() {
    return ConnectionResult.class;
  }

  @Override
  public Chapter chapter() {
    return Chapter.CONNECTIVITY;
  }

  @Override
  public List<PlotWords> plots() {
    return List.of(PATH, PLANE);
  }

  @Override
  public String caption(ConnectionResult result, PlotWords plot) {
    return plot.equals(PATH) ? "how the path was found: " + result.search().method() : "";
  }

  @Override
  public String script() {
    return "connection.js";
  }

  @Override
  public List<Measurement> keyNumbers(ConnectionResult result) {
    return result.measurements().stream().limit(2).toList();
  }

  @Override
  public List<NumberWords> words(ConnectionResult result) {
    return List.of(
        new NumberWords(
            "barrier in loss",
            "How far the loss rises between the two networks, above the straight line between their"
                + " own losses; relative: as a multiple of that line's height.",
            "A small loss at the ends makes the relative barrier huge even where every point of the"
                + " path is a good network."),
        new NumberWords(
            "linear CKA, disagreement, distance",
            "How alike the two networks are: as answers on the same samples, and as points.",
            "Distance and cosine change when hidden units are reordered or rescaled, which changes no"
                + " answer; the plain CKA comes near 1 when there are few samples for many outputs."));
  }

  @Override
  public void embed(ConnectionResult result, EmbeddedNode node) {
    double length = result.length();
    node.put("t", result.t().stream())
        .put(
            "share",
            length > 0 ? result.arcLength().stream().map(s -> s / length) : result.t().stream())
        .put("length", length)
        .put("distance", result.similarity().distance());
    List<EmbeddedNode> profiles = node.objects("profiles", result.profiles().size());
    for (int i = 0; i < profiles.size(); i++) {
      embed(result.profiles().get(i), profiles.get(i));
    }
    result.straight().ifPresent(line -> embed(line, node.object("straight")));
    result.plane().ifPresent(plane -> embed(plane, node.object("plane")));
  }

  private static void embed(PathProfile profile, EmbeddedNode node) {
    node.put("samples", profile.samples())
        .put("loss", profile.loss().stream())
        .put("lossStandardError", profile.lossStandardError().stream())
        .put("error", profile.error().stream())
        .put("barrier", profile.lossBarrier().height())
        .put("barrierT", profile.lossBarrier().at());
  }

  private static void embed(PathPlane plane, EmbeddedNode node) {
    node.put("alpha", plane.surface().alpha().stream())
        .put("beta", plane.surface().beta().stream())
        .put("loss", plane.surface().loss())
        .put("curveAlpha", plane.curveAlpha().stream())
        .put("curveBeta", plane.curveBeta().stream())
        .put("pointAlpha", plane.points().stream().mapToDouble(point -> point.get(0)))
        .put("pointBeta", plane.points().stream().mapToDouble(point -> point.get(1)));
    node.put("display", FieldScale.of(plane.surface().loss()));
  }
}
