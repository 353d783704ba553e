package org.thalweg.store;

import org.thalweg.result.Estimate;
import org.thalweg.result.Values;
import tools.jackson.databind.node.ObjectNode;

/** Estimates from random probes: mean, standard error, 95 % interval, number of probes. */
final class EstimateJson {
  private EstimateJson() {}

  static ObjectNode write(Estimate estimate) {
    ObjectNode node = Json.object();
    node.set("mean", Json.number(estimate.value()));
    node.set("stderr", Json.number(estimate.standardError()));
    node.set("interval", Json.numbers(Values.of(estimate.low(), estimate.high())));
    node.put("probes", estimate.probes());
    return node.put("outcome", estimate.outcome().text());
  }

  static Estimate read(JsonFields fields) {
    Values interval = fields.numbers("interval");
    if (interval.size() != 2) {
      throw JsonFields.invalid(
          fields.place("interval"), "two numbers", fields.node().get("interval"));
    }
    return new Estimate(
        fields.number("mean"),
        fields.number("stderr"),
        interval.get(0),
        interval.get(1),
        fields.count("probes"),
        ResultJson.outcome(fields));
  }
}
