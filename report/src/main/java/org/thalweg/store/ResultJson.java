package org.thalweg.store;

import org.thalweg.provenance.Provenance;
import org.thalweg.result.Cost;
import org.thalweg.result.Outcome;
import org.thalweg.result.ProbeResult;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON document of a probe's result, as {@code --json} prints it and {@code results/ID.json}
 * keeps it.
 *
 * <pre>{@code
 * {"probe": "slice", "outcome": "converged", "values": {…},
 *  "cost": {"forward": 51, "gradient": 0, "hvp": 0, "seconds": 1.5}, "provenance": {…}}
 * }</pre>
 *
 * <p>Numbers are written so that reading gives the same double; those that are not finite are the
 * strings {@code "NaN"}, {@code "Infinity"}, {@code "-Infinity"}. Keys nobody knows are ignored on
 * reading. Errors: {@code RUN_FOLDER_INVALID} for a document that is damaged or of a probe that
 * this version does not know.
 */
public final class ResultJson {
  private ResultJson() {}

  /** The document as indented text, ending in a line feed. */
  public static String write(ProbeResult result, Provenance provenance) {
    ObjectNode node =
        Json.object().put("probe", result.probe()).put("outcome", result.outcome().text());
    node.set("values", ProbeFormats.values(result));
    node.set("cost", cost(result.cost()));
    node.set("provenance", ProvenanceJson.write(provenance));
    return Json.print(node);
  }

  /** Reads a document that {@link #write} made; the id is not part of it. */
  public static StoredResult read(String id, String document) {
    JsonFields fields = Json.parse(document, "the result '" + id + "'");
    ProbeResult result =
        ProbeFormats.named(fields.text("probe"), fields.where())
            .read(fields.object("values"), outcome(fields), cost(fields.object("cost")));
    return new StoredResult(id, result, ProvenanceJson.read(fields.object("provenance")));
  }

  static ObjectNode cost(Cost cost) {
    ObjectNode node =
        Json.object()
            .put("forward", cost.forward())
            .put("gradient", cost.gradient())
            .put("hvp", cost.hessianProducts());
    node.set("seconds", Json.number(cost.seconds()));
    return node;
  }

  static Cost cost(JsonFields fields) {
    return new Cost(
        fields.integer("forward"),
        fields.integer("gradient"),
        fields.integer("hvp"),
        fields.number("seconds"));
  }

  static Outcome outcome(JsonFields fields) {
    String text = fields.text("outcome");
    for (Outcome outcome : Outcome.values()) {
      if (outcome.text().equals(text)) {
        return outcome;
      }
    }
    throw JsonFields.invalid(
        fields.place("outcome"), "a known outcome", fields.node().get("outcome"));
  }
}
