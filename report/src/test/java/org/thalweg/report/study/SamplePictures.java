package org.thalweg.report.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.thalweg.figure.SampleResults;
import org.thalweg.figure.SampleTrajectory;
import org.thalweg.provenance.Environment;
import org.thalweg.provenance.Provenance;
import org.thalweg.result.ProbeResult;
import org.thalweg.store.StoredResult;
import org.thalweg.study.design.Cell;
import org.thalweg.study.design.Study;

/** Slices, planes, paths and connections of every cell, from closed forms. */
final class SamplePictures {
  private SamplePictures() {}

  static List<CellPicture> of(Study study) {
    List<CellPicture> pictures = new ArrayList<>();
    for (Cell cell : study.cells()) {
      double level = SampleStudies.level(cell);
      add(pictures, "slice", cell, SampleResults.slice(41, a -> 0.03 + 3 * level * a * a));
      add(
          pictures,
          "surface",
          cell,
          SampleResults.surface(
              25, (a, b) -> 0.03 + level * (SampleResults.valley(a, 0.6 * b) - 0.03)));
      add(pictures, "trajectory", cell, SampleTrajectory.full());
      add(pictures, "line", cell, SampleResults.connection(false));
    }
    return pictures;
  }

  private static void add(List<CellPicture> pictures, String probe, Cell cell, ProbeResult result) {
    pictures.add(
        new CellPicture(probe, cell.levels(), 1, new StoredResult(probe, result, provenance())));
  }

  private static Provenance provenance() {
    return new Provenance(
        "slice",
        Map.of(),
        Map.of(),
        "",
        "",
        "0.1.0",
        new Environment("17", "Linux", "a processor", 2, "2.10.0", 2, "float32"),
        "2026-01-01T12:00:00Z");
  }
}
