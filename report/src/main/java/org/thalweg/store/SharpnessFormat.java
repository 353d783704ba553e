package org.thalweg.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.thalweg.array.NumericArray;
import org.thalweg.result.Cost;
import org.thalweg.result.Outcome;
import org.thalweg.result.SharpnessError;
import org.thalweg.result.SharpnessRadius;
import org.thalweg.result.SharpnessResult;
import org.thalweg.result.SharpnessValue;
import tools.jackson.databind.node.ObjectNode;

/**
 * Measures of sharpness: an object for each measure under its name, after objects of the same shape
 * for the loss and the length of θ.
 */
final class SharpnessFormat implements ProbeFormat<SharpnessResult> {
  private static final String LOSS = "loss";
  private static final String LENGTH = "parameterNorm";

  @Override
  public String probe() {
    return "sharpness";
  }

  @Override
  public Class<SharpnessResult> type() {
    return SharpnessResult.class;
  }

  @Override
  public ObjectNode values(SharpnessResult result) {
    ObjectNode loss = Json.object();
    loss.set("value", Json.number(result.loss()));
    loss.set("stderr", Json.number(result.lossStandardError()));
    ObjectNode length = Json.object();
    length.set("value", Json.number(result.parameterNorm()));
    ObjectNode node = Json.object();
    node.set(LOSS, loss);
    node.set(LENGTH, length);
    result.values().forEach(value -> node.set(value.measure(), json(value)));
    return node;
  }

  private static ObjectNode json(SharpnessValue value) {
    ObjectNode node = Json.object();
    node.set("value", Json.number(value.value()));
    node.set("stderr", Json.number(value.error().standardError()));
    node.put("stderrKind", value.error().kind());
    node.set("dataStderr", Json.number(value.error().dataStandardError()));
    node.set("radius", Json.number(value.radius().value()));
    node.put("radiusUnit", value.radius().unit());
    node.put("draws", value.draws());
    ObjectNode details = Json.object();
    value.details().forEach((name, number) -> details.set(name, Json.number(number)));
    node.set("details", details);
    node.put("outcome", value.outcome().text());
    node.put("reason", value.reason());
    node.set("cost", ResultJson.cost(value.cost()));
    return node;
  }

  @Override
  public SharpnessResult read(JsonFields values, Outcome outcome, Cost cost) {
    List<SharpnessValue> measures = new ArrayList<>();
    for (String name : values.names()) {
      if (!name.equals(LOSS) && !name.equals(LENGTH)) {
        measures.add(value(name, values.object(name)));
      }
    }
    return new SharpnessResult(
        values.object(LOSS).number("value"),
        values.object(LOSS).number("stderr"),
        values.object(LENGTH).number("value"),
        measures,
        outcome,
        cost);
  }

  private static SharpnessValue value(String name, JsonFields fields) {
    return new SharpnessValue(
        name,
        fields.number("value"),
        new SharpnessError(
            fields.number("stderr"), fields.text("stderrKind"), fields.number("dataStderr")),
        new SharpnessRadius(fields.number("radius"), fields.text("radiusUnit")),
        fields.count("draws"),
        fields.object("details").allNumbers(),
        ResultJson.outcome(fields),
        fields.text("reason"),
        ResultJson.cost(fields.object("cost")));
  }

  @Override
  public Table table(SharpnessResult result) {
    List<List<String>> rows = new ArrayList<>();
    for (SharpnessValue value : result.values()) {
      rows.add(
          List.of(
              value.measure(),
              Table.cell(value.value()),
              Table.cell(value.error().standardError()),
              value.error().kind(),
              Table.cell(value.error().dataStandardError()),
              Table.cell(value.radius().value()),
              value.radius().unit(),
              Table.cell(value.draws()),
              value.outcome().text(),
              value.reason()));
    }
    return new Table(
        List.of(
            "measure",
            "value",
            "stderr",
            "stderrKind",
            "dataStderr",
            "radius",
            "radiusUnit",
            "draws",
            "outcome",
            "reason"),
        rows);
  }

  /** One number for each measure, in the order of the document. */
  @Override
  public Map<String, NumericArray> arrays(SharpnessResult result) {
    Map<String, NumericArray> arrays = ProbeFormat.noArrays();
    arrays.put("value", column(result, SharpnessValue::value));
    arrays.put("stderr", column(result, value -> value.error().standardError()));
    arrays.put("dataStderr", column(result, value -> value.error().dataStandardError()));
    arrays.put("radius", column(result, value -> value.radius().value()));
    return arrays;
  }

  private static NumericArray column(
      SharpnessResult result, ToDoubleFunction<SharpnessValue> number) {
    double[] numbers = result.values().stream().mapToDouble(number).toArray();
    return NumericArray.of(numbers, numbers.length);
  }
}
