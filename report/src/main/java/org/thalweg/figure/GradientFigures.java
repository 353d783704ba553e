package org.thalweg.figure;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.result.GradientNoise;
import org.thalweg.result.GradientResult;
import org.thalweg.result.Histogram;

/** The gradient, tensor by tensor and sample by sample. */
final class GradientFigures implements ResultFigures<GradientResult> {
  private static final int WIDTH = 800;

  @Override
  public Class<GradientResult> type() {
    return GradientResult.class;
  }

  @Override
  public List<Figure> of(String id, GradientResult gradient) {
    List<Figure> figures = new ArrayList<>();
    if (!gradient.normByTensor().isEmpty()) {
      figures.add(tensors(id, gradient));
    }
    gradient
        .noise()
        .ifPresent(
            noise -> noise.sampleNorms().ifPresent(norms -> figures.add(noise(id, noise, norms))));
    return figures;
  }

  private static Figure tensors(String id, GradientResult gradient) {
    GradientDrawing drawing = new GradientDrawing(gradient);
    return new Figure(
        id + "-tensors",
        "Gradient norm by tensor",
        "",
        "The norm of the gradient of each named tensor as a bar.",
        WIDTH,
        60 + drawing.height(),
        drawing);
  }

  private static Figure noise(String id, GradientNoise noise, Histogram norms) {
    String note = "%,d samples.".formatted(noise.samples());
    return new Figure(
        id + "-noise",
        "Gradients of single samples",
        norms.below() == 0
            ? note
            : note + " %,d with gradients too short to show.".formatted(norms.below()),
        "How many samples have gradients of which length, on a logarithmic axis, with the length of"
            + " their mean and the length that the mean would have by chance.",
        WIDTH,
        440,
        new GradientNoiseDrawing(noise, norms));
  }
}
