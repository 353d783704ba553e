package org.thalweg.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.thalweg.array.NumericArray;
import org.thalweg.result.Cost;
import org.thalweg.result.Outcome;
import org.thalweg.result.PlanePoint;
import org.thalweg.result.SurfaceResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A loss over a plane; {@code loss[i][j]} is at (α_i, β_j) in every file. */
final class SurfaceFormat implements ProbeFormat<SurfaceResult> {
  @Override
  public String probe() {
    return "surface";
  }

  @Override
  public Class<SurfaceResult> type() {
    return SurfaceResult.class;
  }

  @Override
  public ObjectNode values(SurfaceResult result) {
    ObjectNode node = Json.object();
    ArrayNode directions = Json.array();
    result.directions().forEach(directions::add);
    node.set("directions", directions);
    node.set("cosine", Json.number(result.cosine()));
    node.set("alpha", Json.numbers(result.alpha()));
    node.set("beta", Json.numbers(result.beta()));
    node.set("loss", Json.rows(result.loss()));
    node.set("lossStandardError", Json.rows(result.lossStandardError()));
    node.set("accuracy", Json.rows(result.accuracy()));
    if (!result.marks().isEmpty()) {
      ArrayNode marks = Json.array();
      for (PlanePoint mark : result.marks()) {
        ObjectNode one = Json.object().put("name", mark.name());
        one.set("alpha", Json.number(mark.alpha()));
        one.set("beta", Json.number(mark.beta()));
        marks.add(one);
      }
      node.set("marks", marks);
    }
    return node;
  }

  @Override
  public SurfaceResult read(JsonFields values, Outcome outcome, Cost cost) {
    int columns = values.numbers("beta").size();
    return new SurfaceResult(
        values.texts("directions"),
        values.numbers("alpha"),
        values.numbers("beta"),
        values.grid("loss", columns),
        values.grid("lossStandardError", columns),
        values.grid("accuracy", columns),
        values.number("cosine"),
        marks(values),
        outcome,
        cost);
  }

  /** None in files that were written before there were any. */
  private static List<PlanePoint> marks(JsonFields values) {
    return values.has("marks")
        ? values.objects("marks").stream()
            .map(one -> new PlanePoint(one.text("name"), one.number("alpha"), one.number("beta")))
            .toList()
        : List.of();
  }

  @Override
  public Table table(SurfaceResult result) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < result.alpha().size(); i++) {
      for (int j = 0; j < result.beta().size(); j++) {
        rows.add(
            List.of(
                Table.cell(result.alpha().get(i)),
                Table.cell(result.beta().get(j)),
                Table.cell(result.loss().get(i, j)),
                Table.cell(result.lossStandardError().get(i, j)),
                Table.cell(result.accuracy().get(i, j))));
      }
    }
    return new Table(List.of("alpha", "beta", "loss", "lossStandardError", "accuracy"), rows);
  }

  @Override
  public Map<String, NumericArray> arrays(SurfaceResult result) {
    Map<String, NumericArray> arrays = ProbeFormat.noArrays();
    arrays.put("alpha", ProbeFormat.array(result.alpha()));
    arrays.put("beta", ProbeFormat.array(result.beta()));
    arrays.put("loss", ProbeFormat.array(result.loss()));
    arrays.put("lossStandardError", ProbeFormat.array(result.lossStandardError()));
    arrays.put("accuracy", ProbeFormat.array(result.accuracy()));
    return arrays;
  }
}
