package org.thalweg.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thalweg.figure.SampleResults;
import org.thalweg.figure.SampleTrajectory;
import org.thalweg.provenance.Environment;
import org.thalweg.provenance.Provenance;
import org.thalweg.result.ProbeResult;
import org.thalweg.store.RunContents;
import org.thalweg.store.StoredResult;
import org.thalweg.store.StoredTraining;

/** Runs made of sample results. */
final class SampleRuns {
  /** Pictures on the page of {@link #full}: the training's and every result's. */
  static final int PLOTS =
      1
          + full("run").results().stream()
              .mapToInt(stored -> FigureView.of(stored.id(), stored.result()).size())
              .sum();

  /** Those of them that are drawn in three dimensions. */
  static final int HEIGHTS = 2;

  private SampleRuns() {}

  static RunContents full(String title) {
    List<StoredResult> results = new ArrayList<>();
    results.add(stored("gradient", SampleResults.gradient()));
    results.add(stored("audit", SampleResults.audit()));
    results.add(stored("hessian", SampleResults.wholeSpectrum()));
    results.add(stored("sharpness", SampleResults.sharpness()));
    results.add(stored("slice", SampleResults.slice(51)));
    results.add(stored("surface", SampleResults.surface(31)));
    results.add(stored("surface-2", SampleResults.markedSurface(31)));
    results.add(stored("slice-band", SampleResults.band(20, 41)));
    results.add(stored("adaptive-surface", SampleResults.adaptive(41)));
    results.add(stored("convexity", SampleResults.convexity(21)));
    results.add(stored("topology", SampleResults.topology()));
    results.add(stored("trajectory", SampleTrajectory.full()));
    return new RunContents(
        title,
        Optional.of(new StoredTraining(SampleResults.training(), provenance("train"))),
        results);
  }

  static RunContents onlyTraining() {
    return new RunContents(
        "only a training",
        Optional.of(new StoredTraining(SampleResults.training(), provenance("train"))),
        List.of());
  }

  static RunContents of(String id, ProbeResult result) {
    return new RunContents("one result", Optional.empty(), List.of(stored(id, result)));
  }

  static RunContents empty() {
    return new RunContents("nothing yet", Optional.empty(), List.of());
  }

  static StoredResult stored(String id, ProbeResult result) {
    return new StoredResult(id, result, provenance(result.probe()));
  }

  static Provenance provenance(String command) {
    Map<String, Object> specification = new LinkedHashMap<>();
    specification.put("data", "mnist");
    specification.put("network", "cnn:16,16");
    specification.put("normalize", "filter");
    specification.put("samples", 1000);
    specification.put("range", List.of(-1.0, 1.0));
    return new Provenance(
        command,
        specification,
        Map.of("directions", 1L),
        "sha256:" + "0123456789abcdef".repeat(4),
        "sha256:" + "fedcba9876543210".repeat(4),
        "0.1.0",
        new Environment(
            "17.0.15 (Debian)", "Linux amd64", "a processor", 2, "2.10.0", 2, "float32"),
        "2026-01-01T12:00:00Z");
  }
}
