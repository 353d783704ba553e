package org.thalweg.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.thalweg.array.NumericArray;
import org.thalweg.result.ConvexityMapResult;
import org.thalweg.result.Cost;
import org.thalweg.result.Grid;
import org.thalweg.result.Outcome;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Both ends of the Hessian's spectrum over a plane; {@code […][i][j]} is at (α_i, β_j). */
final class ConvexityMapFormat implements ProbeFormat<ConvexityMapResult> {
  @Override
  public String probe() {
    return "convexity";
  }

  @Override
  public Class<ConvexityMapResult> type() {
    return ConvexityMapResult.class;
  }

  /** The ratio is written for readers; it is not read back. */
  @Override
  public ObjectNode values(ConvexityMapResult result) {
    ObjectNode node = Json.object();
    ArrayNode directions = Json.array();
    result.directions().forEach(directions::add);
    node.set("directions", directions);
    node.set("cosine", Json.number(result.cosine()));
    node.set("tolerance", Json.number(result.tolerance()));
    node.set("alpha", Json.numbers(result.alpha()));
    node.set("beta", Json.numbers(result.beta()));
    fields(result).forEach((name, field) -> node.set(name, Json.rows(field)));
    return node;
  }

  @Override
  public ConvexityMapResult read(JsonFields values, Outcome outcome, Cost cost) {
    int columns = values.numbers("beta").size();
    return new ConvexityMapResult(
        values.texts("directions"),
        values.numbers("alpha"),
        values.numbers("beta"),
        values.grid("largest", columns),
        values.grid("smallest", columns),
        values.grid("residual", columns),
        values.number("tolerance"),
        values.number("cosine"),
        outcome,
        cost);
  }

  @Override
  public Table table(ConvexityMapResult result) {
    return PlaneTable.of(result.alpha(), result.beta(), fields(result));
  }

  @Override
  public Map<String, NumericArray> arrays(ConvexityMapResult result) {
    Map<String, NumericArray> arrays = ProbeFormat.noArrays();
    arrays.put("alpha", ProbeFormat.array(result.alpha()));
    arrays.put("beta", ProbeFormat.array(result.beta()));
    fields(result).forEach((name, field) -> arrays.put(name, ProbeFormat.array(field)));
    return arrays;
  }

  private static Map<String, Grid> fields(ConvexityMapResult result) {
    Map<String, Grid> fields = new LinkedHashMap<>();
    fields.put("largest", result.largest());
    fields.put("smallest", result.smallest());
    fields.put("residual", result.residual());
    fields.put("ratio", result.ratio());
    return fields;
  }
}
