package org.thalweg.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.thalweg.array.NumericArray;
import org.thalweg.result.Cost;
import org.thalweg.result.Outcome;
import org.thalweg.result.SliceBandResult;
import org.thalweg.result.Values;
import tools.jackson.databind.node.ObjectNode;

/** Losses along many lines; {@code loss[k][i]} is along direction k at α_i. */
final class SliceBandFormat implements ProbeFormat<SliceBandResult> {
  @Override
  public String probe() {
    return "slice-band";
  }

  @Override
  public Class<SliceBandResult> type() {
    return SliceBandResult.class;
  }

  /** Mean, error and quantiles are written for readers; they are not read back. */
  @Override
  public ObjectNode values(SliceBandResult result) {
    ObjectNode node = Json.object().put("directions", result.directions());
    node.put("count", result.count());
    node.set("alpha", Json.numbers(result.alpha()));
    node.set("mean", Json.numbers(result.mean()));
    node.set("standardErrorOverDirections", Json.numbers(result.standardError()));
    node.set("quantile05", Json.numbers(result.quantile(0.05)));
    node.set("quantile50", Json.numbers(result.quantile(0.5)));
    node.set("quantile95", Json.numbers(result.quantile(0.95)));
    node.set("loss", Json.rows(result.loss()));
    node.set("lossStandardError", Json.rows(result.lossStandardError()));
    node.set("accuracy", Json.rows(result.accuracy()));
    return node;
  }

  @Override
  public SliceBandResult read(JsonFields values, Outcome outcome, Cost cost) {
    int columns = values.numbers("alpha").size();
    return new SliceBandResult(
        values.text("directions"),
        values.numbers("alpha"),
        values.grid("loss", columns),
        values.grid("lossStandardError", columns),
        values.grid("accuracy", columns),
        outcome,
        cost);
  }

  @Override
  public Table table(SliceBandResult result) {
    Values mean = result.mean();
    Values error = result.standardError();
    Values low = result.quantile(0.05);
    Values middle = result.quantile(0.5);
    Values high = result.quantile(0.95);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < result.alpha().size(); i++) {
      List<String> row = new ArrayList<>();
      for (Values column : List.of(result.alpha(), mean, error, low, middle, high)) {
        row.add(Table.cell(column.get(i)));
      }
      for (int k = 0; k < result.count(); k++) {
        row.add(Table.cell(result.loss().get(k, i)));
      }
      rows.add(row);
    }
    List<String> names =
        new ArrayList<>(
            List.of(
                "alpha",
                "mean",
                "standardErrorOverDirections",
                "quantile05",
                "quantile50",
                "quantile95"));
    for (int k = 0; k < result.count(); k++) {
      names.add("loss" + (k + 1));
    }
    return new Table(names, rows);
  }

  @Override
  public Map<String, NumericArray> arrays(SliceBandResult result) {
    Map<String, NumericArray> arrays = ProbeFormat.noArrays();
    arrays.put("alpha", ProbeFormat.array(result.alpha()));
    arrays.put("loss", ProbeFormat.array(result.loss()));
    arrays.put("lossStandardError", ProbeFormat.array(result.lossStandardError()));
    arrays.put("accuracy", ProbeFormat.array(result.accuracy()));
    return arrays;
  }
}
