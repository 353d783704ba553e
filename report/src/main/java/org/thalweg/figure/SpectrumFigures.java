package org.thalweg.figure;

import java.util.List;
import java.util.stream.Stream;
import org.thalweg.result.Eigenvalue;
import org.thalweg.result.SpectrumResult;

/** The ends of a spectrum. */
final class SpectrumFigures implements ResultFigures<SpectrumResult> {
  @Override
  public Class<SpectrumResult> type() {
    return SpectrumResult.class;
  }

  @Override
  public List<Figure> of(String id, SpectrumResult spectrum) {
    boolean allConverged =
        Stream.concat(spectrum.top().stream(), spectrum.bottom().stream())
            .allMatch(Eigenvalue::converged);
    return List.of(
        new Figure(
            id + "-spectrum",
            "Ends of the spectrum: " + spectrum.matrix(),
            allConverged ? "" : "Hollow points did not converge.",
            "The largest and the smallest eigenvalues with their residuals, drawn as stems from"
                + " zero.",
            800,
            500,
            new SpectrumDrawing(spectrum)));
  }
}
