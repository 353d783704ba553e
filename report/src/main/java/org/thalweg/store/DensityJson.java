package org.thalweg.store;

import java.util.List;
import org.thalweg.result.EffectiveDimension;
import org.thalweg.result.Quadrature;
import org.thalweg.result.SpectralDensity;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The density of a spectrum's document: the curve, and the Gauss rule of each probe behind it. */
final class DensityJson {
  private DensityJson() {}

  static ObjectNode write(SpectralDensity density) {
    ObjectNode node = Json.object();
    node.set("x", Json.numbers(density.x()));
    node.set("y", Json.numbers(density.density()));
    node.set("stderr", Json.numbers(density.standardError()));
    node.set("kernelWidth", Json.number(density.kernelWidth()));
    node.set("negativeShare", EstimateJson.write(density.negativeShare()));
    node.set("negativeThreshold", Json.number(density.negativeThreshold()));
    ArrayNode dimensions = Json.array();
    for (EffectiveDimension one : density.effectiveDimensions()) {
      ObjectNode dimension = EstimateJson.write(one.value());
      dimension.set("c", Json.number(one.c()));
      dimensions.add(dimension);
    }
    node.set("effectiveDimensions", dimensions);
    ArrayNode rules = Json.array();
    for (Quadrature rule : density.quadratures()) {
      ObjectNode one = Json.object();
      one.set("nodes", Json.numbers(rule.nodes()));
      one.set("weights", Json.numbers(rule.weights()));
      rules.add(one);
    }
    node.set("quadratures", rules);
    return node.put("outcome", density.outcome().text());
  }

  static SpectralDensity read(JsonFields fields) {
    List<Quadrature> rules =
        fields.objects("quadratures").stream()
            .map(rule -> new Quadrature(rule.numbers("nodes"), rule.numbers("weights")))
            .toList();
    List<EffectiveDimension> dimensions =
        fields.objects("effectiveDimensions").stream()
            .map(one -> new EffectiveDimension(one.number("c"), EstimateJson.read(one)))
            .toList();
    return new SpectralDensity(
        fields.numbers("x"),
        fields.numbers("y"),
        fields.numbers("stderr"),
        fields.number("kernelWidth"),
        rules,
        EstimateJson.read(fields.object("negativeShare")),
        fields.number("negativeThreshold"),
        dimensions,
        ResultJson.outcome(fields));
  }
}
