package org.thalweg.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.thalweg.array.NumericArray;
import org.thalweg.result.Cost;
import org.thalweg.result.GradientResult;
import org.thalweg.result.Outcome;
import tools.jackson.databind.node.ObjectNode;

/** Loss and gradient at a point. */
final class GradientFormat implements ProbeFormat<GradientResult> {
  @Override
  public String probe() {
    return "gradient";
  }

  @Override
  public Class<GradientResult> type() {
    return GradientResult.class;
  }

  @Override
  public ObjectNode values(GradientResult result) {
    ObjectNode byTensor = Json.object();
    result.normByTensor().forEach((name, norm) -> byTensor.set(name, Json.number(norm)));
    ObjectNode node = Json.object();
    node.set("loss", Json.number(result.loss()));
    node.set("lossStandardError", Json.number(result.lossStandardError()));
    node.set("accuracy", Json.number(result.accuracy()));
    node.set("accuracyStandardError", Json.number(result.accuracyStandardError()));
    node.set("norm", Json.number(result.norm()));
    node.set("normByTensor", byTensor);
    result.noise().ifPresent(noise -> node.set("noise", GradientNoiseJson.of(noise)));
    result.overlap().ifPresent(overlap -> node.set("overlap", GradientNoiseJson.of(overlap)));
    return node;
  }

  @Override
  public GradientResult read(JsonFields values, Outcome outcome, Cost cost) {
    return new GradientResult(
        values.number("loss"),
        values.number("lossStandardError"),
        values.number("accuracy"),
        values.number("accuracyStandardError"),
        values.number("norm"),
        values.object("normByTensor").allNumbers(),
        values.optionalObject("noise").map(GradientNoiseJson::noise),
        values.optionalObject("overlap").map(GradientNoiseJson::overlap),
        outcome,
        cost);
  }

  /** One row per tensor, after a row for all of them, which has no name of a tensor. */
  @Override
  public Table table(GradientResult result) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("", Table.cell(result.norm())));
    result.normByTensor().forEach((name, norm) -> rows.add(List.of(name, Table.cell(norm))));
    return new Table(List.of("tensor", "norm"), rows);
  }

  @Override
  public Map<String, NumericArray> arrays(GradientResult result) {
    Map<String, NumericArray> arrays = ProbeFormat.noArrays();
    arrays.put("loss", scalar(result.loss()));
    arrays.put("lossStandardError", scalar(result.lossStandardError()));
    arrays.put("accuracy", scalar(result.accuracy()));
    arrays.put("accuracyStandardError", scalar(result.accuracyStandardError()));
    arrays.put("norm", scalar(result.norm()));
    double[] norms =
        result.normByTensor().values().stream().mapToDouble(Double::doubleValue).toArray();
    arrays.put("normByTensor", NumericArray.of(norms, norms.length));
    result
        .noise()
        .ifPresent(
            noise -> {
              arrays.put("covarianceTrace", scalar(noise.covarianceTrace().value()));
              arrays.put("noiseScale", scalar(noise.noiseScale().value()));
              arrays.put("signalToNoise", scalar(noise.signalToNoise().value()));
            });
    result.overlap().ifPresent(overlap -> arrays.put("overlap", scalar(overlap.share().value())));
    return arrays;
  }

  private static NumericArray scalar(double value) {
    return NumericArray.of(new double[] {value});
  }
}
