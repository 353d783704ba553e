package org.thalweg.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.thalweg.result.ExplainedVariance;
import org.thalweg.result.Values;

/**
 * Share of each principal component, logarithmic, and below it what the first ones hold together.
 */
final class VarianceDrawing implements Figure.Drawing {
  /** Weaker shares are rounding errors. */
  private static final double LEAST = 1e-12;

  private final CurvePanels panels;

  VarianceDrawing(ExplainedVariance variance) {
    Values ratios = variance.ratios();
    int n = ratios.size();
    double[] rank = new double[n];
    double[] share = new double[n];
    double[] together = new double[n];
    double sum = 0;
    for (int k = 0; k < n; k++) {
      sum += ratios.get(k);
      rank[k] = k + 1;
      share[k] = ratios.get(k) > LEAST ? ratios.get(k) : Double.NaN;
      together[k] = sum;
    }
    Values shares = Values.of(share);
    List<CurvePanels.Curves> all = new ArrayList<>();
    all.add(
        new CurvePanels.Curves(
            Axis.forRange("share of the variance", shares::stream),
            List.of(CurvePanels.Curve.plain("of each component", shares, Style.BLUE)),
            List.of()));
    all.add(
        new CurvePanels.Curves(
            new Axis("cumulative share", new LinearScale(), 0, 1.02),
            List.of(
                CurvePanels.Curve.plain(
                    "of the first k components together", Values.of(together), Style.GREEN)),
            List.of()));
    Values ranks = Values.of(rank);
    panels =
        new CurvePanels(
            Axis.linear("principal component k (all of them)", ranks.stream()), ranks, all);
  }

  @Override
  public void paint(Graphics2D graphics, Rectangle2D area) {
    panels.paint(graphics, area);
  }
}
