package org.thalweg.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.thalweg.array.NumericArray;
import org.thalweg.result.Cost;
import org.thalweg.result.Eigenvalue;
import org.thalweg.result.Outcome;
import org.thalweg.result.SpectrumResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Eigenvalues at the ends of a spectrum. */
final class SpectrumFormat implements ProbeFormat<SpectrumResult> {
  @Override
  public String probe() {
    return "hessian";
  }

  @Override
  public Class<SpectrumResult> type() {
    return SpectrumResult.class;
  }

  @Override
  public ObjectNode values(SpectrumResult result) {
    ObjectNode node = Json.object().put("matrix", result.matrix());
    node.set("top", json(result.top()));
    node.set("bottom", json(result.bottom()));
    return node;
  }

  private static ArrayNode json(List<Eigenvalue> eigenvalues) {
    ArrayNode array = Json.array();
    for (Eigenvalue eigenvalue : eigenvalues) {
      ObjectNode node = Json.object();
      node.set("value", Json.number(eigenvalue.value()));
      node.set("residual", Json.number(eigenvalue.residual()));
      array.add(node.put("converged", eigenvalue.converged()));
    }
    return array;
  }

  @Override
  public SpectrumResult read(JsonFields values, Outcome outcome, Cost cost) {
    return SpectrumResult.ofEnds(
        values.text("matrix"),
        0,
        "",
        eigenvalues(values, "top"),
        eigenvalues(values, "bottom"),
        outcome,
        cost);
  }

  private static List<Eigenvalue> eigenvalues(JsonFields values, String end) {
    return values.objects(end).stream()
        .map(
            one ->
                new Eigenvalue(one.number("value"), one.number("residual"), one.truth("converged")))
        .toList();
  }

  @Override
  public Table table(SpectrumResult result) {
    List<List<String>> rows = new ArrayList<>();
    addRows("top", result.top(), rows);
    addRows("bottom", result.bottom(), rows);
    return new Table(List.of("end", "index", "value", "residual", "converged"), rows);
  }

  private static void addRows(String end, List<Eigenvalue> eigenvalues, List<List<String>> rows) {
    for (int i = 0; i < eigenvalues.size(); i++) {
      Eigenvalue eigenvalue = eigenvalues.get(i);
      rows.add(
          List.of(
              end,
              Table.cell(i + 1),
              Table.cell(eigenvalue.value()),
              Table.cell(eigenvalue.residual()),
              Boolean.toString(eigenvalue.converged())));
    }
  }

  @Override
  public Map<String, NumericArray> arrays(SpectrumResult result) {
    Map<String, NumericArray> arrays = ProbeFormat.noArrays();
    arrays.put("top", column(result.top(), Eigenvalue::value));
    arrays.put("topResidual", column(result.top(), Eigenvalue::residual));
    arrays.put("bottom", column(result.bottom(), Eigenvalue::value));
    arrays.put("bottomResidual", column(result.bottom(), Eigenvalue::residual));
    return arrays;
  }

  private static NumericArray column(List<Eigenvalue> rows, ToDoubleFunction<Eigenvalue> number) {
    return NumericArray.of(rows.stream().mapToDouble(number).toArray(), rows.size());
  }
}
