package org.thalweg.study.claim;

import java.util.List;
import org.thalweg.statistics.Interval;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The ledger of claims as a JSON document. Numbers that are not finite are texts ({@code "NaN"}),
 * as in all documents of Thalweg.
 */
public final class LedgerDocument {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private LedgerDocument() {}

  /** {@code {"claims": […], "contradictions": […]}}. */
  public static String json(Ledger ledger) {
    ObjectNode document = MAPPER.createObjectNode();
    document.set("claims", claims(ledger.verdicts()));
    ArrayNode contradictions = document.putArray("contradictions");
    ledger.adjudications().forEach(one -> contradictions.add(contradiction(one)));
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document);
  }

  /** The verdicts as part of another document. */
  public static ArrayNode claims(List<ClaimVerdict> verdicts) {
    ArrayNode claims = MAPPER.createArrayNode();
    verdicts.forEach(verdict -> claims.add(claim(verdict)));
    return claims;
  }

  private static ObjectNode claim(ClaimVerdict verdict) {
    Claim claim = verdict.claim();
    ObjectNode node =
        MAPPER
            .createObjectNode()
            .put("id", claim.id())
            .put("text", claim.text())
            .put("source", claim.source())
            .put("reported", claim.reported())
            .put("rule", claim.rule().describe())
            .put("level", claim.level())
            .put("study", verdict.study())
            .put("conditions", verdict.conditions())
            .put("verdict", verdict.verdict().text())
            .put("why", verdict.why());
    texts(node.putArray("contradicts"), claim.contradicts());
    ArrayNode evidence = node.putArray("evidence");
    verdict.evidence().forEach(part -> evidence.add(part(part)));
    return node;
  }

  private static ObjectNode part(Evidence part) {
    ObjectNode node =
        MAPPER.createObjectNode().put("what", part.what()).put("claimed", part.claimed());
    Interval interval = part.estimate();
    put(node, "estimate", interval.estimate());
    put(node, "low", interval.low());
    put(node, "high", interval.high());
    put(node, "pValue", part.pValue());
    put(node, "adjustedPValue", part.adjustedPValue());
    return node.put("rows", part.rows())
        .put("unit", part.unit())
        .put("observations", part.observations())
        .put("missing", part.missing())
        .put("verdict", part.verdict().text())
        .put("why", part.why());
  }

  private static ObjectNode contradiction(Adjudication adjudication) {
    ObjectNode node =
        MAPPER
            .createObjectNode()
            .put("first", adjudication.first())
            .put("second", adjudication.second())
            .put("favoured", adjudication.favoured())
            .put("text", adjudication.text());
    ArrayNode cases = node.putArray("cases");
    for (Adjudication.Case one : adjudication.cases()) {
      cases
          .addObject()
          .put("study", one.study())
          .put("conditions", one.conditions())
          .put("first", one.first().text())
          .put("second", one.second().text())
          .put("favoured", one.favoured());
    }
    return node;
  }

  private static void texts(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }

  private static void put(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, value);
    } else {
      node.put(name, Double.toString(value));
    }
  }
}
