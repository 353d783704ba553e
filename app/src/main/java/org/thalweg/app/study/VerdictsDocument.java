package org.thalweg.app.study;

import java.util.List;
import org.thalweg.study.claim.ClaimVerdict;
import org.thalweg.study.claim.Evidence;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Verdicts on claims as a JSON document; numbers that are not finite are their names. */
public final class VerdictsDocument {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private VerdictsDocument() {}

  static String of(List<ClaimVerdict> verdicts) {
    ObjectNode document = MAPPER.createObjectNode();
    document.set("claims", array(verdicts));
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
  }

  /** As part of another document. */
  public static ArrayNode array(List<ClaimVerdict> verdicts) {
    ArrayNode array = MAPPER.createArrayNode();
    for (ClaimVerdict verdict : verdicts) {
      ObjectNode one = array.addObject();
      one.put("id", verdict.claim().id())
          .put("text", verdict.claim().text())
          .put("source", verdict.claim().source())
          .put("study", verdict.study())
          .put("conditions", verdict.conditions())
          .put("rule", verdict.claim().rule().describe())
          .put("level", verdict.claim().level())
          .put("verdict", verdict.verdict().text())
          .put("why", verdict.why());
      ArrayNode parts = one.putArray("evidence");
      verdict.evidence().forEach(part -> add(parts.addObject(), part));
    }
    return array;
  }

  private static void add(ObjectNode node, Evidence part) {
    node.put("what", part.what()).put("claimed", part.claimed());
    number(node, "estimate", part.estimate().estimate());
    number(node, "low", part.estimate().low());
    number(node, "high", part.estimate().high());
    number(node, "pValue", part.pValue());
    number(node, "adjustedPValue", part.adjustedPValue());
    node.put("rows", part.rows())
        .put("unit", part.unit())
        .put("observations", part.observations())
        .put("missing", part.missing())
        .put("verdict", part.verdict().text());
  }

  private static void number(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, value);
    } else {
      node.put(name, Double.toString(value));
    }
  }
}
