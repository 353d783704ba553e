package org.thalweg.report;

import java.util.List;
import org.thalweg.figure.FieldScale;
import org.thalweg.result.AdaptiveSurfaceResult;
import org.thalweg.result.Grid;

/** A plane computed where it bends. */
final class AdaptiveSurfaceView implements ResultView<AdaptiveSurfaceResult> {
  private static final PlotWords POINTS =
      new PlotWords(
          "contour",
          "-points",
          "Loss over a plane, computed where it bends",
          "The loss was computed at the dots only, which gather where straight interpolation would"
              + " be wrong by more than was asked for; between them it is interpolated.",
          "The error is an estimate from the points in the middle of each cell: what is narrower"
              + " than the widest cells can be missed. It is a share of the whole range, so a high"
              + " wall in one corner hides detail on the floor of the valley.");

  @Override
  public Class<AdaptiveSurfaceResult> type() {
    return AdaptiveSurfaceResult.class;
  }

  @Override
  public Chapter chapter() {
    return Chapter.NEIGHBOURHOOD;
  }

  @Override
  public List<PlotWords> plots() {
    return List.of(POINTS);
  }

  @Override
  public String caption(AdaptiveSurfaceResult result, PlotWords plot) {
    return SurfaceView.caption(result.surface().directions(), result.surface().cosine());
  }

  @Override
  public String script() {
    return "surface.js";
  }

  @Override
  public void embed(AdaptiveSurfaceResult result, EmbeddedNode node) {
    Grid filled = result.filled();
    node.put("alpha", result.surface().alpha().stream())
        .put("beta", result.surface().beta().stream())
        .put("loss", filled)
        .put("lossStandardError", result.surface().lossStandardError())
        .put("computed", result.computed());
    SurfaceView.embed(result.surface().marks(), node);
    node.put("display", FieldScale.of(filled));
  }
}
