package org.thalweg.report;

import java.util.List;
import org.thalweg.result.GradientResult;
import org.thalweg.result.Measurement;

/** Loss and gradient at the network. */
final class GradientView implements ResultView<GradientResult> {
  private static final PlotWords TENSORS =
      new PlotWords(
          "gradient",
          "-tensors",
          "Gradient by tensor",
          "How much each weight tensor contributes to the norm of the gradient.",
          "Large tensors have large norms simply because they have many entries.");

  @Override
  public Class<GradientResult> type() {
    return GradientResult.class;
  }

  @Override
  public Chapter chapter() {
    return Chapter.CURVATURE;
  }

  @Override
  public List<PlotWords> plots() {
    return List.of(TENSORS);
  }

  @Override
  public List<Measurement> keyNumbers(GradientResult gradient) {
    return gradient.measurements();
  }

  @Override
  public String script() {
    return "gradient.js";
  }

  @Override
  public void embed(GradientResult gradient, EmbeddedNode node) {
    node.put("tensors", List.copyOf(gradient.normByTensor().keySet()))
        .put("norms", gradient.normByTensor().values().stream().mapToDouble(norm -> norm));
  }
}
