package org.thalweg.store;

import org.thalweg.result.LayerSimilarity;
import org.thalweg.result.NetworkSimilarity;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How alike two networks are. */
final class SimilarityFormat {
  private SimilarityFormat() {}

  static ObjectNode write(NetworkSimilarity similarity) {
    ObjectNode node = Json.object();
    node.set("distance", Json.number(similarity.distance()));
    node.set("cosine", Json.number(similarity.cosine()));
    node.set("disagreement", Json.number(similarity.disagreement()));
    node.set("disagreementStandardError", Json.number(similarity.disagreementStandardError()));
    ArrayNode layers = Json.array();
    for (LayerSimilarity layer : similarity.layers()) {
      ObjectNode one = Json.object().put("layer", layer.layer());
      one.set("linearCka", Json.number(layer.linearCka()));
      one.set("debiasedCka", Json.number(layer.debiasedCka()));
      layers.add(one);
    }
    node.set("layers", layers);
    return node;
  }

  static NetworkSimilarity read(JsonFields fields) {
    return new NetworkSimilarity(
        fields.number("distance"),
        fields.number("cosine"),
        fields.number("disagreement"),
        fields.number("disagreementStandardError"),
        fields.objects("layers").stream()
            .map(
                layer ->
                    new LayerSimilarity(
                        layer.text("layer"),
                        layer.number("linearCka"),
                        layer.number("debiasedCka")))
            .toList());
  }
}
