package org.thalweg.report;

import java.util.List;
import java.util.stream.DoubleStream;
import org.thalweg.figure.NumberText;
import org.thalweg.figure.SharpnessScale;
import org.thalweg.result.Measurement;
import org.thalweg.result.Outcome;
import org.thalweg.result.SharpnessResult;
import org.thalweg.result.SharpnessValue;

/** Measures of sharpness at a point. */
final class SharpnessView implements ResultView<SharpnessResult> {
  private static final PlotWords MEASURES =
      new PlotWords(
          "sharpness",
          "-measures",
          "Sharpness by definition",
          "How much the loss rises, or changes, when the weights are moved a little, by several"
              + " definitions; and measures of flatness, of volume, and bounds. Each row names the"
              + " size of the move or another setting; bars are one standard error.",
          "Rows have different units and radii, and for some of them more means flatter, so they"
              + " cannot be compared with each other, only with the same row of another network. All"
              + " but the adaptive ones, Fisher and Rao's, relative flatness and the width of the"
              + " basin change when weights are rescaled, even if the network computes the same"
              + " function.");

  @Override
  public Class<SharpnessResult> type() {
    return SharpnessResult.class;
  }

  @Override
  public Chapter chapter() {
    return Chapter.SHARPNESS;
  }

  @Override
  public List<PlotWords> plots() {
    return List.of(MEASURES);
  }

  /** The first that applies. */
  @Override
  public List<Measurement> keyNumbers(SharpnessResult sharpness) {
    return sharpness.measurements().stream()
        .filter(measurement -> measurement.outcome() != Outcome.NOT_APPLICABLE)
        .limit(1)
        .toList();
  }

  @Override
  public List<NumberWords> words(SharpnessResult sharpness) {
    return SharpnessWords.of(sharpness.values().stream().map(SharpnessValue::measure).toList());
  }

  @Override
  public String script() {
    return "sharpness.js";
  }

  @Override
  public void embed(SharpnessResult sharpness, EmbeddedNode node) {
    List<SharpnessValue> values = sharpness.values();
    SharpnessScale scale = SharpnessScale.of(values);
    List<EmbeddedNode> nodes = node.objects("measures", values.size());
    for (int k = 0; k < nodes.size(); k++) {
      SharpnessValue each = values.get(k);
      double error = Double.isNaN(each.largestError()) ? 0 : each.largestError();
      nodes
          .get(k)
          .put("name", each.measure())
          .put("radius", radius(each))
          .put("outcome", each.outcome().text())
          .put("converged", each.outcome() == Outcome.CONVERGED)
          .put(
              "valueAndErrors",
              DoubleStream.of(
                  each.value(), each.error().standardError(), each.error().dataStandardError()))
          .put(
              "places",
              DoubleStream.of(each.value(), each.value() - error, each.value() + error)
                  .map(scale::place));
    }
    node.object("display")
        .put("name", scale.name())
        .put("range", DoubleStream.of(scale.place(scale.low()), scale.place(scale.high())))
        .put("places", scale.marks().stream().mapToDouble(mark -> mark.place()))
        .put("labels", scale.marks().stream().map(mark -> mark.label()).toList());
  }

  private static String radius(SharpnessValue value) {
    return Double.isNaN(value.radius().value())
        ? ""
        : value.radius().unit() + ": " + NumberText.of(value.radius().value(), 3);
  }
}
