package org.thalweg.report;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.result.GradientNoise;
import org.thalweg.result.GradientResult;
import org.thalweg.result.Histogram;
import org.thalweg.result.Measurement;

/** Loss and gradient at the network. */
final class GradientView implements ResultView<GradientResult> {
  private static final PlotWords TENSORS =
      new PlotWords(
          "gradient",
          "-tensors",
          "Gradient by tensor",
          "How much each weight tensor contributes to the norm of the gradient.",
          "Large tensors have large norms simply because they have many entries.");

  private static final PlotWords SAMPLES =
      new PlotWords(
          "gradientNoise",
          "-noise",
          "Gradients of single samples",
          "How long the gradient of each sample is. Their mean, the gradient of the loss, is much"
              + " shorter where they point in different directions; left of the line \"by chance\" it"
              + " could not be told from no gradient at all.",
          "Lengths say nothing about directions: samples with long gradients may cancel or agree."
              + " In a network that fits its data most gradients are tiny and a few decide.");

  private static final List<NumberWords> NOISE =
      List.of(
          new NumberWords(
              "gradient variance tr Σ",
              "How far the gradients of single samples scatter around their mean, summed over all"
                  + " weights. Divided by the batch size it is the noise in the gradient of a batch.",
              "Like every gradient it depends on how the weights are scaled."),
          new NumberWords(
              "noise scale tr Σ/‖∇L‖²",
              "The batch size at which noise and signal in a step are equally large; far larger"
                  + " batches hardly make better steps.",
              "Near a stationary point ‖∇L‖² is mostly the error of a finite sample, and the noise"
                  + " scale is then about the number of samples, whatever the network."),
          new NumberWords(
              "signal to noise of the gradient",
              "How many times the gradient over all samples is larger than its own sampling error.",
              "Near 1 there may be no gradient at all in the population: with other samples it"
                  + " would point elsewhere."));

  private static final NumberWords OVERLAP =
      new NumberWords(
          "share of ‖∇L‖² in the top eigenvectors",
          "How much of the gradient points along the directions of largest curvature, compared with"
              + " what a random direction would have.",
          "A large share does not mean that steps there reduce the loss: in directions of large"
              + " curvature they mostly oscillate. Its error leaves the eigenvectors fixed.");

  @Override
  public Class<GradientResult> type() {
    return GradientResult.class;
  }

  @Override
  public Chapter chapter() {
    return Chapter.CURVATURE;
  }

  @Override
  public List<PlotWords> plots() {
    return List.of(TENSORS, SAMPLES);
  }

  /** Loss, accuracy, gradient norm. */
  @Override
  public List<Measurement> keyNumbers(GradientResult gradient) {
    return gradient.measurements().subList(0, 3);
  }

  @Override
  public List<NumberWords> words(GradientResult gradient) {
    List<NumberWords> words = new ArrayList<>();
    if (gradient.noise().isPresent()) {
      words.addAll(NOISE);
    }
    if (gradient.overlap().isPresent()) {
      words.add(OVERLAP);
    }
    return words;
  }

  @Override
  public String script() {
    return "gradient.js";
  }

  @Override
  public void embed(GradientResult gradient, EmbeddedNode node) {
    node.put("tensors", List.copyOf(gradient.normByTensor().keySet()))
        .put("norms", gradient.normByTensor().values().stream().mapToDouble(norm -> norm));
    gradient
        .noise()
        .ifPresent(
            noise ->
                noise.sampleNorms().ifPresent(norms -> embed(noise, norms, node.object("noise"))));
  }

  private static void embed(GradientNoise noise, Histogram norms, EmbeddedNode node) {
    node.put("edges", norms.edges().stream())
        .put("counts", norms.counts().stream())
        .put("mean", noise.norm().value())
        .put("chance", noise.samplingErrorOfGradient());
  }
}
