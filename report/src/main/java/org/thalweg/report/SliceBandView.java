package org.thalweg.report;

import java.util.List;
import org.thalweg.result.SliceBandResult;

/** Many lines through the network. */
final class SliceBandView implements ResultView<SliceBandResult> {
  private static final PlotWords BAND =
      new PlotWords(
          "band",
          "",
          "Loss along many lines",
          "The mean loss along several directions: every line, the band that holds 90 % of the"
              + " directions, and their mean with its standard error over directions.",
          "Random directions in a space of very many dimensions are all nearly alike, so a narrow"
              + " band does not mean that no direction is steep. The standard error says how well"
              + " the mean is known, not how different the directions are.");

  @Override
  public Class<SliceBandResult> type() {
    return SliceBandResult.class;
  }

  @Override
  public Chapter chapter() {
    return Chapter.NEIGHBOURHOOD;
  }

  @Override
  public List<PlotWords> plots() {
    return List.of(BAND);
  }

  @Override
  public String caption(SliceBandResult band, PlotWords plot) {
    return "d: " + band.directions();
  }

  @Override
  public String script() {
    return "band.js";
  }

  @Override
  public void embed(SliceBandResult band, EmbeddedNode node) {
    node.put("alpha", band.alpha().stream())
        .put("mean", band.mean().stream())
        .put("error", band.standardError().stream())
        .put("low", band.quantile(0.05).stream())
        .put("high", band.quantile(0.95).stream())
        .put("loss", band.loss());
  }
}
