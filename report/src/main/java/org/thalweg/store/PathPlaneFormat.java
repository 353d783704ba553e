package org.thalweg.store;

import java.util.List;
import org.thalweg.result.Cost;
import org.thalweg.result.PathPlane;
import org.thalweg.result.Values;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A surface with a path on it. */
final class PathPlaneFormat {
  private static final SurfaceFormat SURFACE = new SurfaceFormat();

  private PathPlaneFormat() {}

  static ObjectNode write(PathPlane plane) {
    ObjectNode node = Json.object().put("outcome", plane.surface().outcome().text());
    node.set("surface", SURFACE.values(plane.surface()));
    ArrayNode points = Json.array();
    for (Values point : plane.points()) {
      ObjectNode one = Json.object();
      one.set("alpha", Json.number(point.get(0)));
      one.set("beta", Json.number(point.get(1)));
      points.add(one);
    }
    node.set("points", points);
    node.set("curveAlpha", Json.numbers(plane.curveAlpha()));
    node.set("curveBeta", Json.numbers(plane.curveBeta()));
    node.set("offPlane", Json.numbers(plane.offPlane()));
    return node;
  }

  static PathPlane read(JsonFields fields) {
    List<Values> points =
        fields.objects("points").stream()
            .map(point -> Values.of(point.number("alpha"), point.number("beta")))
            .toList();
    return new PathPlane(
        SURFACE.read(fields.object("surface"), ResultJson.outcome(fields), Cost.NONE),
        points,
        fields.numbers("curveAlpha"),
        fields.numbers("curveBeta"),
        fields.numbers("offPlane"));
  }
}
