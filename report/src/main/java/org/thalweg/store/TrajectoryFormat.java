package org.thalweg.store;

import java.util.Map;
import org.thalweg.array.NumericArray;
import org.thalweg.result.Cost;
import org.thalweg.result.ExplainedVariance;
import org.thalweg.result.Outcome;
import org.thalweg.result.PathGeometry;
import org.thalweg.result.PathLosses;
import org.thalweg.result.PathProjection;
import org.thalweg.result.ProbeResult;
import org.thalweg.result.TrajectoryResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The path of a training. The line along the first component and the plane of the path are written
 * as slices and surfaces are.
 */
final class TrajectoryFormat implements ProbeFormat<TrajectoryResult> {
  private static final SliceFormat LINE = new SliceFormat();
  private static final SurfaceFormat PLANE = new SurfaceFormat();

  @Override
  public String probe() {
    return "trajectory";
  }

  @Override
  public Class<TrajectoryResult> type() {
    return TrajectoryResult.class;
  }

  @Override
  public ObjectNode values(TrajectoryResult result) {
    ObjectNode node = Json.object();
    node.set("step", Json.numbers(result.step()));
    node.set("epoch", Json.numbers(result.epoch()));
    node.set("omittedSteps", Json.numbers(result.omitted()));
    ArrayNode variance = Json.array();
    for (ExplainedVariance each : result.variance()) {
      ObjectNode one = Json.object().put("rows", each.rows());
      one.set("explainedVarianceRatio", Json.numbers(each.ratios()));
      one.set("singularValues", Json.numbers(each.singularValues()));
      variance.add(one);
    }
    node.set("variance", variance);
    node.set("projection", json(result.projection()));
    node.set("centredProjection", json(result.centredProjection()));
    ObjectNode geometry = Json.object();
    geometry.set("stepLength", Json.numbers(result.geometry().stepLength()));
    geometry.set("turnCosine", Json.numbers(result.geometry().turn()));
    geometry.set("distanceFromStart", Json.numbers(result.geometry().fromStart()));
    geometry.set("distanceFromEnd", Json.numbers(result.geometry().fromEnd()));
    node.set("geometry", geometry);
    node.set("losses", json(result.losses()));
    node.set("line", part(LINE.values(result.line()), result.line()));
    result.plane().ifPresent(plane -> node.set("plane", part(PLANE.values(plane), plane)));
    result.curvature().ifPresent(found -> node.set("curvature", PathCurvatureJson.of(found)));
    return node;
  }

  private static ObjectNode json(PathProjection projection) {
    ObjectNode node =
        Json.object().put("origin", projection.origin()).put("planeDimensions", projection.plane());
    node.set("coordinates", Json.rows(projection.coordinates()));
    node.set("offPlane", Json.numbers(projection.offPlane()));
    return node;
  }

  private static ObjectNode json(PathLosses losses) {
    ObjectNode node = Json.object();
    node.set("loss", Json.numbers(losses.loss()));
    node.set("lossStandardError", Json.numbers(losses.lossStandardError()));
    node.set("accuracy", Json.numbers(losses.accuracy()));
    node.set("projectedLoss", Json.numbers(losses.projectedLoss()));
    node.set("projectedLossStandardError", Json.numbers(losses.projectedLossStandardError()));
    node.set("projectedAccuracy", Json.numbers(losses.projectedAccuracy()));
    return node;
  }

  private static ObjectNode part(ObjectNode values, ProbeResult result) {
    values.put("outcome", result.outcome().text());
    values.set("cost", ResultJson.cost(result.cost()));
    return values;
  }

  @Override
  public TrajectoryResult read(JsonFields values, Outcome outcome, Cost cost) {
    return new TrajectoryResult(
        values.numbers("step"),
        values.numbers("epoch"),
        values.numbers("omittedSteps"),
        values.objects("variance").stream()
            .map(one -> new ExplainedVariance(one.text("rows"), one.numbers("singularValues")))
            .toList(),
        projection(values.object("projection")),
        projection(values.object("centredProjection")),
        geometry(values.object("geometry")),
        losses(values.object("losses")),
        part(LINE, values.object("line")),
        values.optionalObject("plane").map(plane -> part(PLANE, plane)),
        values.optionalObject("curvature").map(PathCurvatureJson::read),
        outcome,
        cost);
  }

  private static <R extends ProbeResult> R part(ProbeFormat<R> format, JsonFields fields) {
    return format.read(fields, ResultJson.outcome(fields), ResultJson.cost(fields.object("cost")));
  }

  private static PathProjection projection(JsonFields fields) {
    return new PathProjection(
        fields.text("origin"),
        fields.grid("coordinates", 0),
        fields.count("planeDimensions"),
        fields.numbers("offPlane"));
  }

  private static PathGeometry geometry(JsonFields fields) {
    return new PathGeometry(
        fields.numbers("stepLength"),
        fields.numbers("turnCosine"),
        fields.numbers("distanceFromStart"),
        fields.numbers("distanceFromEnd"));
  }

  private static PathLosses losses(JsonFields fields) {
    return new PathLosses(
        fields.numbers("loss"),
        fields.numbers("lossStandardError"),
        fields.numbers("accuracy"),
        fields.numbers("projectedLoss"),
        fields.numbers("projectedLossStandardError"),
        fields.numbers("projectedAccuracy"));
  }

  @Override
  public Table table(TrajectoryResult result) {
    return TrajectoryTable.of(result);
  }

  @Override
  public Map<String, NumericArray> arrays(TrajectoryResult result) {
    Map<String, NumericArray> arrays = ProbeFormat.noArrays();
    arrays.put("step", ProbeFormat.array(result.step()));
    arrays.put("epoch", ProbeFormat.array(result.epoch()));
    ExplainedVariance main = result.mainVariance();
    arrays.put("singularValues", ProbeFormat.array(main.singularValues()));
    arrays.put("explainedVarianceRatio", ProbeFormat.array(main.ratios()));
    arrays.put("coordinates", ProbeFormat.array(result.projection().coordinates()));
    arrays.put("offPlane", ProbeFormat.array(result.projection().offPlane()));
    arrays.put("loss", ProbeFormat.array(result.losses().loss()));
    arrays.put("projectedLoss", ProbeFormat.array(result.losses().projectedLoss()));
    arrays.put("distanceFromStart", ProbeFormat.array(result.geometry().fromStart()));
    arrays.put("distanceFromEnd", ProbeFormat.array(result.geometry().fromEnd()));
    arrays.put("stepLength", ProbeFormat.array(result.geometry().stepLength()));
    arrays.put("turnCosine", ProbeFormat.array(result.geometry().turn()));
    LINE.arrays(result.line()).forEach((name, array) -> arrays.put("line/" + name, array));
    result
        .plane()
        .ifPresent(
            plane ->
                PLANE.arrays(plane).forEach((name, array) -> arrays.put("plane/" + name, array)));
    return arrays;
  }
}
