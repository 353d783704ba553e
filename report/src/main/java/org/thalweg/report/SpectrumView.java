package org.thalweg.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.thalweg.figure.EigenvalueScale;
import org.thalweg.result.Eigenvalue;
import org.thalweg.result.Measurement;
import org.thalweg.result.SpectrumResult;

/** The ends of a spectrum. */
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
    return List.of(ENDS);
  }

  /** The largest and the smallest. */
  @Override
  public List<Measurement> keyNumbers(SpectrumResult spectrum) {
    int top = spectrum.top().size();
    List<Measurement> all = spectrum.measurements();
    List<Measurement> ends = new ArrayList<>();
    all.subList(0, top).stream().limit(1).forEach(ends::add);
    all.subList(top, all.size()).stream().limit(1).forEach(ends::add);
    return ends;
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
    node.object("display")
        .put("name", scale.name())
        .put("range", DoubleStream.of(scale.place(scale.low()), scale.place(scale.high())))
        .put("places", scale.marks().stream().mapToDouble(EigenvalueScale.Mark::place))
        .put("labels", scale.marks().stream().map(EigenvalueScale.Mark::label).toList());
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
