package org.thalweg.figure;

import java.util.List;
import org.thalweg.result.GradientResult;

/** The gradient, tensor by tensor. */
final class GradientFigures implements ResultFigures<GradientResult> {
  @Override
  public Class<GradientResult> type() {
    return GradientResult.class;
  }

  @Override
  public List<Figure> of(String id, GradientResult gradient) {
    if (gradient.normByTensor().isEmpty()) {
      return List.of();
    }
    GradientDrawing drawing = new GradientDrawing(gradient);
    return List.of(
        new Figure(
            id + "-tensors",
            "Gradient norm by tensor",
            "",
            "The norm of the gradient of each named tensor as a bar.",
            800,
            60 + drawing.height(),
            drawing));
  }
}
