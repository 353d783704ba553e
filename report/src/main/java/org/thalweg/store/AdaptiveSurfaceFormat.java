package org.thalweg.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.thalweg.array.NumericArray;
import org.thalweg.result.AdaptiveSurfaceResult;
import org.thalweg.result.Cost;
import org.thalweg.result.Grid;
import org.thalweg.result.Outcome;
import tools.jackson.databind.node.ObjectNode;

/**
 * A surface computed where it bends: {@code loss[i][j]} holds computed values only, {@code
 * interpolated[i][j]} only values between them, {@code computed[i][j]} is 1 or 0.
 */
final class AdaptiveSurfaceFormat implements ProbeFormat<AdaptiveSurfaceResult> {
  private final SurfaceFormat surface = new SurfaceFormat();

  @Override
  public String probe() {
    return "adaptive-surface";
  }

  @Override
  public Class<AdaptiveSurfaceResult> type() {
    return AdaptiveSurfaceResult.class;
  }

  @Override
  public ObjectNode values(AdaptiveSurfaceResult result) {
    ObjectNode node = surface.values(result.surface());
    node.set("computed", Json.rows(result.computed()));
    node.set("interpolated", Json.rows(result.interpolated()));
    node.set("requestedError", Json.number(result.requestedError()));
    node.set("estimatedError", Json.number(result.estimatedError()));
    node.put("pointsComputed", result.computedPoints());
    node.put("pointsSaved", result.computed().values().size() - result.computedPoints());
    return node;
  }

  @Override
  public AdaptiveSurfaceResult read(JsonFields values, Outcome outcome, Cost cost) {
    int columns = values.numbers("beta").size();
    return new AdaptiveSurfaceResult(
        surface.read(values, outcome, cost),
        values.grid("computed", columns),
        values.grid("interpolated", columns),
        values.number("requestedError"),
        values.number("estimatedError"));
  }

  @Override
  public Table table(AdaptiveSurfaceResult result) {
    Map<String, Grid> fields = new LinkedHashMap<>();
    fields.put("computed", result.computed());
    fields.put("loss", result.surface().loss());
    fields.put("lossStandardError", result.surface().lossStandardError());
    fields.put("accuracy", result.surface().accuracy());
    fields.put("interpolated", result.interpolated());
    return PlaneTable.of(result.surface().alpha(), result.surface().beta(), fields);
  }

  @Override
  public Map<String, NumericArray> arrays(AdaptiveSurfaceResult result) {
    Map<String, NumericArray> arrays = surface.arrays(result.surface());
    arrays.put("computed", ProbeFormat.array(result.computed()));
    arrays.put("interpolated", ProbeFormat.array(result.interpolated()));
    return arrays;
  }
}
