package org.thalweg.figure;

import java.util.List;
import org.thalweg.result.SliceBandResult;

/** Losses along many lines. */
final class SliceBandFigures implements ResultFigures<SliceBandResult> {
  @Override
  public Class<SliceBandResult> type() {
    return SliceBandResult.class;
  }

  @Override
  public List<Figure> of(String id, SliceBandResult band) {
    return List.of(
        new Figure(
            id,
            "Loss along " + band.count() + " lines θ + αdₖ",
            "",
            "Mean over the directions with its standard error, the middle 90 % of the directions,"
                + " and every single line.",
            800,
            480,
            new SliceBandDrawing(band)));
  }
}
