package org.thalweg.figure;

import java.util.List;
import org.thalweg.result.Outcome;
import org.thalweg.result.SharpnessResult;

/** All measures of sharpness in one picture. */
final class SharpnessFigures implements ResultFigures<SharpnessResult> {
  @Override
  public Class<SharpnessResult> type() {
    return SharpnessResult.class;
  }

  @Override
  public List<Figure> of(String id, SharpnessResult sharpness) {
    if (sharpness.values().isEmpty()) {
      return List.of();
    }
    SharpnessDrawing drawing = new SharpnessDrawing(sharpness);
    boolean open =
        sharpness.values().stream().anyMatch(value -> value.outcome() == Outcome.BUDGET_EXHAUSTED);
    return List.of(
        new Figure(
            id + "-measures",
            "Sharpness by definition",
            "each measure in its own unit, so compare networks, not rows"
                + (open ? "; hollow: the ascent ran out of iterations, a lower bound" : ""),
            "One row for each measure of sharpness, with its radius: the value as a point, its"
                + " standard error as a bar.",
            860,
            drawing.height(),
            drawing));
  }
}
