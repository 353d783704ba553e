package org.thalweg.report;

import java.util.List;
import org.thalweg.figure.FieldScale;
import org.thalweg.figure.NumberText;
import org.thalweg.result.PlanePoint;
import org.thalweg.result.SurfaceResult;

/** A plane through the network. */
final class SurfaceView implements ResultView<SurfaceResult> {
  private static final PlotWords HEIGHT =
      new PlotWords(
          "surface",
          "-3d",
          "Loss over a plane",
          "The mean loss as a height over the plane that two directions span through the network."
              + " Drag to rotate, scroll to come closer.",
          "Random directions average over many curvatures, so sharp but rare directions are nearly"
              + " invisible. A smooth bowl here does not mean a smooth loss, and a logarithmic or cut-off"
              + " height changes how steep the walls look.");
  private static final PlotWords CONTOUR =
      new PlotWords(
          "contour",
          "-contour",
          "Loss over a plane: level lines",
          "The same plane from above. Along a line the loss is constant; where lines are close it"
              + " changes fast. The lowest computed value is marked beside the network itself.",
          "The lowest grid point is only as exact as the grid is fine. Levels can be spaced by ratio"
              + " rather than by difference; read their labels before judging distances.");
  private static final PlotWords ACCURACY =
      new PlotWords(
          "accuracy",
          "-accuracy",
          "Accuracy over the plane",
          "The share of right answers at every point of the plane, always on the scale from 0 to 1.",
          "Accuracy only counts which answer is largest: it can stay high where the loss has already"
              + " grown a lot, and it jumps where the loss is smooth.");

  @Override
  public Class<SurfaceResult> type() {
    return SurfaceResult.class;
  }

  @Override
  public Chapter chapter() {
    return Chapter.NEIGHBOURHOOD;
  }

  @Override
  public List<PlotWords> plots() {
    return List.of(HEIGHT, CONTOUR, ACCURACY);
  }

  @Override
  public String caption(SurfaceResult surface, PlotWords plot) {
    if (plot.equals(ACCURACY)) {
      return "";
    }
    return caption(surface.directions(), surface.cosine());
  }

  static String caption(List<String> directions, double cosine) {
    StringBuilder caption = new StringBuilder();
    for (int k = 0; k < directions.size(); k++) {
      caption.append(k == 0 ? "d₁: " : "; d₂: ").append(directions.get(k));
    }
    return caption + "; cosine between them: " + NumberText.of(cosine, 2);
  }

  @Override
  public String script() {
    return "surface.js";
  }

  @Override
  public void embed(SurfaceResult surface, EmbeddedNode node) {
    node.put("directions", surface.directions())
        .put("alpha", surface.alpha().stream())
        .put("beta", surface.beta().stream())
        .put("loss", surface.loss())
        .put("lossStandardError", surface.lossStandardError())
        .put("accuracy", surface.accuracy());
    embed(surface.marks(), node);
    node.put("display", FieldScale.of(surface.loss()));
  }

  /** Named points of a plane. */
  static void embed(List<PlanePoint> marks, EmbeddedNode node) {
    List<EmbeddedNode> nodes = node.objects("marks", marks.size());
    for (int k = 0; k < nodes.size(); k++) {
      PlanePoint mark = marks.get(k);
      nodes.get(k).put("name", mark.name()).put("alpha", mark.alpha()).put("beta", mark.beta());
    }
  }
}
