package org.thalweg.report;

import java.util.List;
import java.util.stream.IntStream;
import org.thalweg.result.AuditResult;
import org.thalweg.result.AuditRow;
import org.thalweg.result.Measurement;

/** Which measures notice rescaled weights. */
final class AuditView implements ResultView<AuditResult> {
  private static final PlotWords RATIOS =
      new PlotWords(
          "audit",
          "-ratios",
          "Which measures depend on the scale of the weights",
          "The weights were rescaled so that the network computes exactly the same function. A"
              + " measure at 1 kept its value; one far from 1 says as much about the scale of the"
              + " weights as about the function.",
          "A measure that stays here is invariant under these rescalings, not under every change of"
              + " parameters. One that moves is not useless: training does not choose among equal"
              + " networks at random, and networks trained alike can still be compared by it.");

  @Override
  public Class<AuditResult> type() {
    return AuditResult.class;
  }

  @Override
  public Chapter chapter() {
    return Chapter.SHARPNESS;
  }

  @Override
  public List<PlotWords> plots() {
    return List.of(RATIOS);
  }

  /** How many stayed and how many moved. */
  @Override
  public List<Measurement> keyNumbers(AuditResult audit) {
    return audit.measurements().stream().limit(2).toList();
  }

  @Override
  public String script() {
    return "audit.js";
  }

  @Override
  public void embed(AuditResult audit, EmbeddedNode node) {
    node.put("measures", audit.measures());
    List<EmbeddedNode> nodes = node.objects("rescalings", audit.rescalings().size());
    IntStream.range(0, nodes.size())
        .forEach(i -> embed(audit, audit.rescalings().get(i), nodes.get(i)));
  }

  private static void embed(AuditResult audit, String rescaling, EmbeddedNode node) {
    List<AuditRow> rows =
        audit.rows().stream().filter(row -> row.rescaling().equals(rescaling)).toList();
    node.put("name", rescaling)
        .put("unitwise", rows.get(0).unitwise())
        .put("rows", rows.stream().map(AuditRow::measure).toList())
        .put("ratio", rows.stream().mapToDouble(AuditRow::ratio))
        .put("before", rows.stream().mapToDouble(AuditRow::before))
        .put("after", rows.stream().mapToDouble(AuditRow::after))
        .put("verdict", rows.stream().map(row -> row.verdict().text()).toList());
  }
}
