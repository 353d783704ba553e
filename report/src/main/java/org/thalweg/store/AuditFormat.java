package org.thalweg.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.thalweg.array.NumericArray;
import org.thalweg.result.AuditResult;
import org.thalweg.result.AuditRow;
import org.thalweg.result.Cost;
import org.thalweg.result.Invariance;
import org.thalweg.result.Outcome;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Measures before and after rescalings. */
final class AuditFormat implements ProbeFormat<AuditResult> {
  @Override
  public String probe() {
    return "audit";
  }

  @Override
  public Class<AuditResult> type() {
    return AuditResult.class;
  }

  @Override
  public ObjectNode values(AuditResult result) {
    ArrayNode rows = Json.array();
    for (AuditRow row : result.rows()) {
      ObjectNode node =
          Json.object()
              .put("measure", row.measure())
              .put("invariance", row.invariance().text())
              .put("rescaling", row.rescaling())
              .put("unitwise", row.unitwise());
      node.set("before", Json.number(row.before()));
      node.set("after", Json.number(row.after()));
      node.set("ratio", Json.number(row.ratio()));
      node.set("tolerance", Json.number(row.tolerance()));
      rows.add(
          node.put("moved", row.moved())
              .put("verdict", row.verdict().text())
              .put("reason", row.reason()));
    }
    ObjectNode node = Json.object();
    node.set("rows", rows);
    return node;
  }

  @Override
  public AuditResult read(JsonFields values, Outcome outcome, Cost cost) {
    return new AuditResult(
        values.objects("rows").stream().map(AuditFormat::row).toList(), outcome, cost);
  }

  private static AuditRow row(JsonFields row) {
    return new AuditRow(
        row.text("measure"),
        invariance(row),
        row.text("rescaling"),
        row.truth("unitwise"),
        row.number("before"),
        row.number("after"),
        row.number("tolerance"),
        row.text("reason"));
  }

  private static Invariance invariance(JsonFields row) {
    String text = row.text("invariance");
    return Arrays.stream(Invariance.values())
        .filter(invariance -> invariance.text().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                JsonFields.invalid(
                    row.place("invariance"),
                    "units, layers or none",
                    row.node().get("invariance")));
  }

  @Override
  public Table table(AuditResult result) {
    List<List<String>> rows = new ArrayList<>();
    for (AuditRow row : result.rows()) {
      rows.add(
          List.of(
              row.measure(),
              row.invariance().text(),
              row.rescaling(),
              Table.cell(row.before()),
              Table.cell(row.after()),
              Table.cell(row.ratio()),
              Table.cell(row.tolerance()),
              row.verdict().text()));
    }
    return new Table(
        List.of(
            "measure",
            "invariance",
            "rescaling",
            "before",
            "after",
            "ratio",
            "tolerance",
            "verdict"),
        rows);
  }

  /** Columns, row by row of the table. */
  @Override
  public Map<String, NumericArray> arrays(AuditResult result) {
    Map<String, NumericArray> arrays = ProbeFormat.noArrays();
    arrays.put("before", column(result, AuditRow::before));
    arrays.put("after", column(result, AuditRow::after));
    arrays.put("ratio", column(result, AuditRow::ratio));
    arrays.put("tolerance", column(result, AuditRow::tolerance));
    return arrays;
  }

  private static NumericArray column(AuditResult result, ToDoubleFunction<AuditRow> number) {
    double[] values = result.rows().stream().mapToDouble(number).toArray();
    return NumericArray.of(values, values.length);
  }
}
