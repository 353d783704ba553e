package org.thalweg.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.thalweg.array.NumericArray;
import org.thalweg.result.Cost;
import org.thalweg.result.Outcome;
import org.thalweg.result.SliceResult;
import tools.jackson.databind.node.ObjectNode;

/** A loss along a line. */
final class SliceFormat implements ProbeFormat<SliceResult> {
  @Override
  public String probe() {
    return "slice";
  }

  @Override
  public Class<SliceResult> type() {
    return SliceResult.class;
  }

  @Override
  public ObjectNode values(SliceResult result) {
    ObjectNode node = Json.object().put("direction", result.direction());
    node.set("alpha", Json.numbers(result.alpha()));
    node.set("loss", Json.numbers(result.loss()));
    node.set("lossStandardError", Json.numbers(result.lossStandardError()));
    node.set("accuracy", Json.numbers(result.accuracy()));
    return node;
  }

  @Override
  public SliceResult read(JsonFields values, Outcome outcome, Cost cost) {
    return new SliceResult(
        values.text("direction"),
        values.numbers("alpha"),
        values.numbers("loss"),
        values.numbers("lossStandardError"),
        values.numbers("accuracy"),
        outcome,
        cost);
  }

  @Override
  public Table table(SliceResult result) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < result.alpha().size(); i++) {
      rows.add(
          List.of(
              Table.cell(result.alpha().get(i)),
              Table.cell(result.loss().get(i)),
              Table.cell(result.lossStandardError().get(i)),
              Table.cell(result.accuracy().get(i))));
    }
    return new Table(List.of("alpha", "loss", "lossStandardError", "accuracy"), rows);
  }

  @Override
  public Map<String, NumericArray> arrays(SliceResult result) {
    Map<String, NumericArray> arrays = ProbeFormat.noArrays();
    arrays.put("alpha", ProbeFormat.array(result.alpha()));
    arrays.put("loss", ProbeFormat.array(result.loss()));
    arrays.put("lossStandardError", ProbeFormat.array(result.lossStandardError()));
    arrays.put("accuracy", ProbeFormat.array(result.accuracy()));
    return arrays;
  }
}
