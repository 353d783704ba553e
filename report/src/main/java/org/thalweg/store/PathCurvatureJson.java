package org.thalweg.store;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.result.Eigenvalue;
import org.thalweg.result.PathCurvature;
import org.thalweg.result.StabilityThreshold;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Curvature along a path, as JSON and back. */
final class PathCurvatureJson {
  private PathCurvatureJson() {}

  static ObjectNode of(PathCurvature curvature) {
    ObjectNode node = Json.object();
    ObjectNode threshold = Json.object().put("rule", curvature.threshold().rule());
    threshold.set("value", Json.number(curvature.threshold().value()));
    node.set("stabilityThreshold", threshold);
    node.set("sharpnessRadius", Json.number(curvature.radius()));
    ArrayNode points = Json.array();
    for (PathCurvature.Point point : curvature.points()) {
      ObjectNode one = Json.object().put("snapshot", point.snapshot());
      one.set("value", Json.number(point.largest().value()));
      one.set("residual", Json.number(point.largest().residual()));
      one.put("converged", point.largest().converged());
      one.set("gradientNorm", Json.number(point.gradientNorm()));
      one.set("sharpness", Json.number(point.sharpness()));
      one.set("stepAlignment", Json.number(point.alignment()));
      points.add(one);
    }
    node.set("points", points);
    node.set("componentCurvature", Json.numbers(curvature.componentCurvature()));
    ObjectNode mean = Json.object();
    mean.set("mean", Json.number(curvature.meanCurvature()));
    mean.set("stderr", Json.number(curvature.meanCurvatureStandardError()));
    node.set("meanCurvature", mean);
    return node;
  }

  static PathCurvature read(JsonFields fields) {
    JsonFields threshold = fields.object("stabilityThreshold");
    JsonFields mean = fields.object("meanCurvature");
    List<PathCurvature.Point> points = new ArrayList<>();
    for (JsonFields one : fields.objects("points")) {
      points.add(
          new PathCurvature.Point(
              one.count("snapshot"),
              new Eigenvalue(one.number("value"), one.number("residual"), one.truth("converged")),
              one.number("gradientNorm"),
              one.number("sharpness"),
              one.number("stepAlignment")));
    }
    return new PathCurvature(
        points,
        new StabilityThreshold(threshold.text("rule"), threshold.number("value")),
        fields.number("sharpnessRadius"),
        fields.numbers("componentCurvature"),
        mean.number("mean"),
        mean.number("stderr"));
  }
}
