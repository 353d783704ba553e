package org.thalweg.report;

import java.util.List;
import org.thalweg.result.ConvexityMapResult;

/** Convexity over a plane. */
final class ConvexityMapView implements ResultView<ConvexityMapResult> {
  private static final PlotWords MAP =
      new PlotWords(
          "convexity",
          "",
          "Convexity over a plane",
          "At every point of the plane, how strongly the loss bends down in its most negative"
              + " direction compared with how it bends up in its steepest, |λ_min / λ_max|, over"
              + " all parameters. Near 0 the loss is nearly convex there.",
          "One small negative eigenvalue among very many says little about how many directions bend"
              + " down, and networks with ReLU have kinks that the Hessian does not see. Where even"
              + " λ_min is positive the ratio is small but not zero. Blank points did not converge.");

  @Override
  public Class<ConvexityMapResult> type() {
    return ConvexityMapResult.class;
  }

  @Override
  public Chapter chapter() {
    return Chapter.CURVATURE;
  }

  @Override
  public List<PlotWords> plots() {
    return List.of(MAP);
  }

  @Override
  public String caption(ConvexityMapResult map, PlotWords plot) {
    return SurfaceView.caption(map.directions(), map.cosine());
  }

  @Override
  public String script() {
    return "convexity.js";
  }

  @Override
  public void embed(ConvexityMapResult map, EmbeddedNode node) {
    node.put("alpha", map.alpha().stream())
        .put("beta", map.beta().stream())
        .put("ratio", map.ratio())
        .put("largest", map.largest())
        .put("smallest", map.smallest());
  }
}
