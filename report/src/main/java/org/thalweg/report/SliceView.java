package org.thalweg.report;

import java.util.List;
import org.thalweg.result.SliceResult;

/** A line through the network. */
final class SliceView implements ResultView<SliceResult> {
  private static final PlotWords LINE =
      new PlotWords(
          "slice",
          "",
          "Loss along a line",
          "The mean loss when all weights move together along one direction d, to θ + αd. The"
              + " band is the standard error of the mean over the samples.",
          "One line in a space of very many dimensions: other directions can look entirely different,"
              + " and a minimum along the line need not be a minimum of the loss. The step α is in units"
              + " of the direction, so widths compare only between directions of the same"
              + " normalisation.");

  @Override
  public Class<SliceResult> type() {
    return SliceResult.class;
  }

  @Override
  public Chapter chapter() {
    return Chapter.NEIGHBOURHOOD;
  }

  @Override
  public List<PlotWords> plots() {
    return List.of(LINE);
  }

  @Override
  public String caption(SliceResult slice, PlotWords plot) {
    return "d: " + slice.direction();
  }

  @Override
  public String script() {
    return "slice.js";
  }

  @Override
  public void embed(SliceResult slice, EmbeddedNode node) {
    node.put("direction", slice.direction())
        .put("alpha", slice.alpha().stream())
        .put("loss", slice.loss().stream())
        .put("lossStandardError", slice.lossStandardError().stream())
        .put("accuracy", slice.accuracy().stream());
  }
}
