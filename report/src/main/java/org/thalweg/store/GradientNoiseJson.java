package org.thalweg.store;

import org.thalweg.result.EigenspaceOverlap;
import org.thalweg.result.Eigenvalue;
import org.thalweg.result.GradientNoise;
import org.thalweg.result.Histogram;
import org.thalweg.result.Outcome;
import org.thalweg.result.SampleEstimate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The noise of a gradient and its share in the top eigenspace, as parts of its document. */
final class GradientNoiseJson {
  private GradientNoiseJson() {}

  static ObjectNode of(GradientNoise noise) {
    ObjectNode node = Json.object().put("samples", noise.samples());
    node.set("norm", estimate(noise.norm()));
    node.set("covarianceTrace", estimate(noise.covarianceTrace()));
    node.set("noiseScale", estimate(noise.noiseScale()));
    node.set("signalToNoise", estimate(noise.signalToNoise()));
    node.set("populationSquaredNorm", estimate(noise.populationSquaredNorm()));
    noise
        .sampleNorms()
        .ifPresent(
            norms -> {
              ObjectNode part = Json.object();
              part.set("edges", Json.numbers(norms.edges()));
              part.set("counts", Json.numbers(norms.counts()));
              node.set("sampleNorms", part.put("below", norms.below()));
            });
    noise
        .step()
        .ifPresent(
            step -> {
              ObjectNode part = Json.object();
              part.set("learningRate", Json.number(step.learningRate()));
              part.put("batchSize", step.batchSize());
              part.set("temperature", estimate(step.temperature()));
              part.set("signalToNoise", estimate(step.signalToNoise()));
              node.set("step", part);
            });
    return node.put("outcome", noise.outcome().text());
  }

  static GradientNoise noise(JsonFields fields) {
    return new GradientNoise(
        fields.count("samples"),
        estimate(fields.object("norm")),
        estimate(fields.object("covarianceTrace")),
        estimate(fields.object("noiseScale")),
        estimate(fields.object("signalToNoise")),
        estimate(fields.object("populationSquaredNorm")),
        fields
            .optionalObject("sampleNorms")
            .map(
                norms ->
                    new Histogram(
                        norms.numbers("edges"), norms.numbers("counts"), norms.count("below"))),
        fields
            .optionalObject("step")
            .map(
                step ->
                    new GradientNoise.Step(
                        step.number("learningRate"),
                        step.count("batchSize"),
                        estimate(step.object("temperature")),
                        estimate(step.object("signalToNoise")))),
        outcome(fields));
  }

  static ObjectNode of(EigenspaceOverlap overlap) {
    ArrayNode eigenvalues = Json.array();
    for (Eigenvalue eigenvalue : overlap.eigenvalues()) {
      ObjectNode one = Json.object();
      one.set("value", Json.number(eigenvalue.value()));
      one.set("residual", Json.number(eigenvalue.residual()));
      eigenvalues.add(one.put("converged", eigenvalue.converged()));
    }
    ObjectNode node = Json.object();
    node.set("eigenvalues", eigenvalues);
    node.set("share", estimate(overlap.share()));
    node.set("shareByChance", Json.number(overlap.shareByChance()));
    return node.put("outcome", overlap.outcome().text());
  }

  static EigenspaceOverlap overlap(JsonFields fields) {
    return new EigenspaceOverlap(
        fields.objects("eigenvalues").stream()
            .map(
                one ->
                    new Eigenvalue(
                        one.number("value"), one.number("residual"), one.truth("converged")))
            .toList(),
        estimate(fields.object("share")),
        fields.number("shareByChance"),
        outcome(fields));
  }

  private static ObjectNode estimate(SampleEstimate estimate) {
    ObjectNode node = Json.object();
    node.set("value", Json.number(estimate.value()));
    node.set("stderr", Json.number(estimate.standardError()));
    return node;
  }

  private static SampleEstimate estimate(JsonFields fields) {
    return new SampleEstimate(fields.number("value"), fields.number("stderr"));
  }

  private static Outcome outcome(JsonFields fields) {
    return ResultJson.outcome(fields);
  }
}
