package org.thalweg.figure;

import java.util.List;
import org.thalweg.result.SliceResult;

/** Loss and accuracy along a line. */
final class SliceFigures implements ResultFigures<SliceResult> {
  @Override
  public Class<SliceResult> type() {
    return SliceResult.class;
  }

  @Override
  public List<Figure> of(String id, SliceResult slice) {
    return List.of(
        new Figure(
            id,
            "Loss along the line θ + αd",
            "",
            "Mean loss with its standard error over the step α along one direction"
                + (SliceDrawing.hasAccuracy(slice) ? ", and the accuracy below it." : "."),
            800,
            600,
            new SliceDrawing(slice)));
  }
}
