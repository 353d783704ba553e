package org.thalweg.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.thalweg.result.Eigenvalue;
import org.thalweg.result.LayerCurvature;
import org.thalweg.result.SpectralDensity;
import org.thalweg.result.SpectrumResult;

/** The parts of a spectrum: its ends, its density, its layers. */
final class SpectrumFigures implements ResultFigures<SpectrumResult> {
  private static final int WIDTH = 800;

  @Override
  public Class<SpectrumResult> type() {
    return SpectrumResult.class;
  }

  @Override
  public List<Figure> of(String id, SpectrumResult spectrum) {
    List<Figure> figures = new ArrayList<>();
    spectrum.density().ifPresent(density -> figures.add(density(id, spectrum, density)));
    if (spectrum.spectrum().size() > 0) {
      figures.add(all(id, spectrum));
    }
    if (!spectrum.layers().isEmpty()) {
      figures.add(layers(id, spectrum));
    }
    boolean hasEnds = !spectrum.top().isEmpty() || !spectrum.bottom().isEmpty();
    if (hasEnds || (figures.isEmpty() && spectrum.trace().isEmpty())) {
      figures.add(0, ends(id, spectrum));
    }
    return figures;
  }

  private static Figure ends(String id, SpectrumResult spectrum) {
    boolean allConverged =
        Stream.concat(spectrum.top().stream(), spectrum.bottom().stream())
            .allMatch(Eigenvalue::converged);
    return new Figure(
        id + "-spectrum",
        "Ends of the spectrum: " + matrix(spectrum),
        allConverged ? "" : "Hollow points did not converge.",
        "The largest and the smallest eigenvalues with their residuals, drawn as stems from zero.",
        WIDTH,
        500,
        new SpectrumDrawing(spectrum));
  }

  private static Figure all(String id, SpectrumResult spectrum) {
    return new Figure(
        id + "-eigenvalues",
        "All eigenvalues: " + matrix(spectrum),
        "%,d eigenvalues of the dense matrix.".formatted(spectrum.spectrum().size()),
        "Every eigenvalue as a point above its rank, on a symmetric logarithmic axis.",
        WIDTH,
        500,
        new WholeSpectrumDrawing(spectrum.spectrum()));
  }

  private static Figure density(String id, SpectrumResult spectrum, SpectralDensity density) {
    return new Figure(
        id + "-density",
        "Density of the spectrum: " + matrix(spectrum),
        "%d random probes; smoothed with a normal kernel of standard deviation %s."
            .formatted(density.quadratures().size(), NumberText.of(density.kernelWidth(), 2)),
        "How the eigenvalues are distributed, on a logarithmic axis, with an error band over the"
            + " random probes; eigenvalues that were found are marked at the bottom.",
        WIDTH,
        500,
        new DensityDrawing(spectrum, density));
  }

  private static Figure layers(String id, SpectrumResult spectrum) {
    LayersDrawing drawing = new LayersDrawing(spectrum.layers());
    boolean allConverged =
        spectrum.layers().stream().map(LayerCurvature::top).allMatch(Eigenvalue::converged);
    return new Figure(
        id + "-layers",
        "Curvature layer by layer: " + matrix(spectrum),
        "Black lines: ± residual and ± standard error over probes."
            + (allConverged ? "" : " Not every eigenvalue converged."),
        "The largest eigenvalue and the trace of the diagonal block of each layer as bars.",
        WIDTH,
        76 + drawing.height(),
        drawing);
  }

  private static String matrix(SpectrumResult spectrum) {
    return spectrum.block().equals("all")
        ? spectrum.matrix()
        : spectrum.matrix() + ", " + spectrum.block();
  }
}
