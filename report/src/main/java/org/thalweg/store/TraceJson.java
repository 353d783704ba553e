package org.thalweg.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.thalweg.result.Estimate;
import org.thalweg.result.TraceEstimate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The trace of a spectrum's document, with the Frobenius norm and the parts on tensors. */
final class TraceJson {
  private TraceJson() {}

  static ObjectNode write(TraceEstimate trace) {
    ObjectNode node = EstimateJson.write(trace.trace());
    node.put("method", trace.method());
    node.put("products", trace.products());
    if (!Double.isNaN(trace.samplingError())) {
      node.set("samplingError", Json.number(trace.samplingError()));
    }
    node.set("frobeniusNorm", EstimateJson.write(trace.frobeniusNorm()));
    ArrayNode parts = Json.array();
    trace
        .byTensor()
        .forEach((name, part) -> parts.add(EstimateJson.write(part).put("tensor", name)));
    node.set("byTensor", parts);
    return node;
  }

  static TraceEstimate read(JsonFields fields) {
    Map<String, Estimate> parts = new LinkedHashMap<>();
    for (JsonFields part : fields.objects("byTensor")) {
      parts.put(part.text("tensor"), EstimateJson.read(part));
    }
    return new TraceEstimate(
        fields.text("method"),
        EstimateJson.read(fields),
        EstimateJson.read(fields.object("frobeniusNorm")),
        parts,
        fields.count("products"),
        fields.has("samplingError") ? fields.number("samplingError") : Double.NaN);
  }
}
