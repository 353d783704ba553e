package org.thalweg.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.thalweg.figure.EigenvalueScale;
import org.thalweg.result.Eigenvalue;
import org.thalweg.result.LayerCurvature;
import org.thalweg.result.Measurement;
import org.thalweg.result.SpectralDensity;
import org.thalweg.result.SpectrumResult;

/** The parts of a spectrum: ends, density, layers. */
final class SpectrumView implements ResultView<SpectrumResult> {
  private static final PlotWords ENDS =
      new PlotWords(
          "spectrum",
          "-spectrum",
          "Curvature: ends of the spectrum",
          "The largest and smallest eigenvalues: the curvature of the loss along its steepest and its"
              + " most negatively curved directions. Bars show the residual, within which a true"
              + " eigenvalue lies. A negative one is a direction in which the loss still bends down.",
          "Only the ends are shown; nearly all eigenvalues lie between them, most close to zero."
              + " Eigenvalues change when weights are rescaled, even if the network computes the same"
              + " function. Hollow points did not converge.");

  private static final PlotWords DENSITY =
      new PlotWords(
          "density",
          "-density",
          "Curvature: how the eigenvalues are distributed",
          "The share of eigenvalues near each value, on a logarithmic scale: most directions are"
              + " nearly flat, a few are steep. The band is the standard error over random probes;"
              + " marks at the bottom are eigenvalues that were found one by one.",
          "Every eigenvalue is smeared out by the kernel, so that nothing narrower than its width is"
              + " to be seen and the peak at zero looks wider than it is. A lone eigenvalue is a"
              + " bump of a height that chance decides.");

  private static final PlotWords LAYERS =
      new PlotWords(
          "layers",
          "-layers",
          "Curvature layer by layer",
          "The largest eigenvalue and the trace of each layer's own block of the matrix: how the loss"
              + " curves when only that layer moves.",
          "Layers act together: the steepest direction of the whole network is at least as steep as"
              + " any bar shows. Large layers have large traces because they have many entries.");

  @Override
  public Class<SpectrumResult> type() {
    return SpectrumResult.class;
  }

  @Override
  public Chapter chapter() {
    return Chapter.CURVATURE;
  }

  @Override
  public List<PlotWords> plots() {
    return List.of(ENDS, DENSITY, LAYERS);
  }

  @Override
  public String caption(SpectrumResult spectrum, PlotWords plot) {
    return "Matrix: " + spectrum.matrix();
  }

  /** The largest, the smallest, the trace. */
  @Override
  public List<Measurement> keyNumbers(SpectrumResult spectrum) {
    int top = spectrum.top().size();
    int both = top + spectrum.bottom().size();
    List<Measurement> all = spectrum.measurements();
    List<Measurement> key = new ArrayList<>();
    all.subList(0, top).stream().limit(1).forEach(key::add);
    all.subList(top, both).stream().limit(1).forEach(key::add);
    if (spectrum.trace().isPresent()) {
      key.add(all.get(both));
    }
    return key;
  }

  @Override
  public List<NumberWords> words(SpectrumResult spectrum) {
    List<NumberWords> words = new ArrayList<>();
    if (spectrum.trace().isPresent()) {
      words.add(
          new NumberWords(
              "trace",
              "The sum of all eigenvalues: the mean curvature over all directions, times their"
                  + " number. The Frobenius norm is the root of the sum of their squares.",
              "It is estimated from random vectors; near zero, large eigenvalues of both signs may"
                  + " cancel."));
    }
    if (spectrum.density().isPresent()) {
      words.add(
          new NumberWords(
              "effective dimension",
              "How many directions are curved more than c: an eigenvalue counts λ/(λ + c), a"
                  + " negative one nothing.",
              "It is a statement about c as much as about the network."));
    }
    if (!spectrum.top().isEmpty() && !spectrum.bottom().isEmpty()) {
      words.add(
          new NumberWords(
              "negative eigenvalues found",
              "Of the kind of point: %s%s. Certain are those further below zero than all residuals"
                      .formatted(
                          spectrum.definiteness().kind().text(),
                          spectrum.definiteness().certain() ? " (certain)" : " (as far as found)")
                  + " together.",
              "A minimum cannot be proved by looking at a few eigenvalues, and where the gradient is"
                  + " not zero there is no stationary point at all."));
    }
    return words;
  }

  @Override
  public String script() {
    return "spectrum.js";
  }

  @Override
  public void embed(SpectrumResult spectrum, EmbeddedNode node) {
    node.put("matrix", spectrum.matrix());
    EigenvalueScale scale =
        EigenvalueScale.of(
            Stream.concat(spectrum.top().stream(), spectrum.bottom().stream()).toList());
    embed("top", spectrum.top(), scale, node);
    embed("bottom", spectrum.bottom(), scale, node);
    spectrum.density().ifPresent(density -> embed(density, node.object("density")));
    node.put("layers", spectrum.layers().stream().map(LayerCurvature::layer).toList())
        .put("layerTop", spectrum.layers().stream().mapToDouble(layer -> layer.top().value()))
        .put(
            "layerTopResidual",
            spectrum.layers().stream().mapToDouble(layer -> layer.top().residual()))
        .put("layerTrace", spectrum.layers().stream().mapToDouble(layer -> layer.trace().value()))
        .put(
            "layerTraceStandardError",
            spectrum.layers().stream().mapToDouble(layer -> layer.trace().standardError()));
    node.object("display")
        .put("name", scale.name())
        .put("range", DoubleStream.of(scale.place(scale.low()), scale.place(scale.high())))
        .put("places", scale.marks().stream().mapToDouble(EigenvalueScale.Mark::place))
        .put("labels", scale.marks().stream().map(EigenvalueScale.Mark::label).toList());
  }

  private static void embed(SpectralDensity density, EmbeddedNode node) {
    node.put("x", density.x().stream())
        .put("y", density.density().stream())
        .put("standardError", density.standardError().stream())
        .put("kernelWidth", density.kernelWidth());
  }

  private static void embed(
      String end, List<Eigenvalue> eigenvalues, EigenvalueScale scale, EmbeddedNode node) {
    List<EmbeddedNode> nodes = node.objects(end, eigenvalues.size());
    for (int k = 0; k < nodes.size(); k++) {
      Eigenvalue each = eigenvalues.get(k);
      nodes
          .get(k)
          .put("valueAndResidual", DoubleStream.of(each.value(), each.residual()))
          .put("converged", each.converged())
          .put(
              "places",
              DoubleStream.of(
                      each.value(), each.value() - each.residual(), each.value() + each.residual())
                  .map(scale::place));
    }
  }
}
