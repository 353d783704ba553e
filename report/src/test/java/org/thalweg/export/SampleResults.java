package org.thalweg.export;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.thalweg.provenance.Environment;
import org.thalweg.provenance.Provenance;
import org.thalweg.result.Cost;
import org.thalweg.result.Eigenvalue;
import org.thalweg.result.GradientResult;
import org.thalweg.result.Grid;
import org.thalweg.result.Outcome;
import org.thalweg.result.ProbeResult;
import org.thalweg.result.SliceResult;
import org.thalweg.result.SpectrumResult;
import org.thalweg.result.SurfaceResult;
import org.thalweg.result.Values;
import org.thalweg.store.StoredResult;

/** Results whose every value says where it belongs: the loss is 1 + α + 10 β. */
final class SampleResults {
  static final double NAN = Double.NaN;

  private SampleResults() {}

  /** The point (α_i, β_j) is missing for each pair in {@code missing}. */
  static SurfaceResult surface(
      int rows, int columns, Outcome outcome, List<List<Integer>> missing) {
    Values alpha = Values.linspace(-1, 1, rows);
    Values beta = Values.linspace(0, 1, columns);
    double[] loss = new double[rows * columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        loss[i * columns + j] =
            missing.contains(List.of(i, j)) ? NAN : 1 + alpha.get(i) + 10 * beta.get(j);
      }
    }
    return new SurfaceResult(
        List.of("first", "second"),
        alpha,
        beta,
        new Grid(rows, columns, Values.of(loss)),
        new Grid(rows, columns, Values.of(times(0.5, loss))),
        new Grid(rows, columns, Values.of(times(0.0625, loss))),
        0.25,
        outcome,
        new Cost(loss.length, 0, 0, 2));
  }

  static SurfaceResult surface(int rows, int columns) {
    return surface(rows, columns, Outcome.CONVERGED, List.of());
  }

  /** A surface of 1 × n points with these losses and nothing else. */
  static SurfaceResult losses(Outcome outcome, double... losses) {
    int n = losses.length;
    Grid none = new Grid(1, n, Values.of(IntStream.range(0, n).mapToDouble(i -> NAN).toArray()));
    return new SurfaceResult(
        List.of("first", "second"),
        Values.of(0),
        Values.linspace(0, 1, n),
        new Grid(1, n, Values.of(losses)),
        none,
        none,
        0,
        outcome,
        Cost.NONE);
  }

  static SliceResult slice() {
    return new SliceResult(
        "random",
        Values.of(-1, 0, 1, 2),
        Values.of(0, 1, 2, 3),
        Values.of(0.5, 0.25, NAN, 0.125),
        Values.of(0.5, 0.25, NAN, 1),
        Outcome.CONVERGED,
        new Cost(4, 0, 0, 1));
  }

  static SpectrumResult spectrum() {
    Eigenvalue eigenvalue = new Eigenvalue(3, 1e-8, true);
    return SpectrumResult.ofEnds(
        "hessian", 1000, "Lanczos", List.of(eigenvalue), List.of(), Outcome.CONVERGED, Cost.NONE);
  }

  static GradientResult gradient() {
    return new GradientResult(
        1, 0.1, 0.5, 0.125, 2, Map.of("w", 2.0), Outcome.CONVERGED, Cost.NONE);
  }

  static StoredResult stored(ProbeResult result) {
    return stored(result, "train");
  }

  static StoredResult stored(ProbeResult result, String split) {
    Environment environment = new Environment("17", "Linux", "cpu", 2, "2.10", 1, "float32");
    return new StoredResult(
        result.probe(),
        result,
        new Provenance(
            result.probe(),
            Map.of("split", split),
            Map.of("direction", 1L),
            "sha256:da7a",
            "sha256:0123",
            "0.1.0",
            environment,
            "2026-01-02T03:04:05Z"));
  }

  static double[] times(double factor, double[] values) {
    return java.util.Arrays.stream(values).map(value -> factor * value).toArray();
  }

  /** A file that lies beside the tests. */
  static java.nio.file.Path reference(String name) {
    try {
      return java.nio.file.Path.of(
          Objects.requireNonNull(SampleResults.class.getResource(name), name).toURI());
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
