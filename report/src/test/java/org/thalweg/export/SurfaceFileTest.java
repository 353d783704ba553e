package org.thalweg.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.thalweg.export.SampleResults.NAN;
import static org.thalweg.export.SampleResults.stored;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.result.Outcome;
import org.thalweg.result.ProbeResult;
import org.thalweg.result.SliceResult;
import org.thalweg.result.SurfaceResult;
import org.thalweg.store.StoredResult;

/** What stands in the files we write, dataset by dataset. */
class SurfaceFileTest {
  @TempDir Path folder;

  private HdfFile write(StoredResult result) {
    Path file = folder.resolve("surface.h5");
    Exporter.export(result, ExportFormat.H5, file);
    return new HdfFile(file);
  }

  private static Object data(HdfFile hdf, String name) {
    return hdf.getDatasetByPath(name).getData();
  }

  private static ProbeResult read(Path file) {
    return Importer.read(file, "test").result();
  }

  @Test
  void rowsRunAlongTheSecondCoordinate() {
    try (HdfFile hdf = write(stored(SampleResults.surface(3, 2)))) {
      assertThat(data(hdf, "xcoordinates")).isEqualTo(new double[] {-1, 0, 1});
      assertThat(data(hdf, "ycoordinates")).isEqualTo(new double[] {0, 1});
      assertThat(data(hdf, "train_loss")).isEqualTo(new double[][] {{0, 1, 2}, {10, 11, 12}});
      assertThat(data(hdf, "train_acc"))
          .isEqualTo(new double[][] {{0, 6.25, 12.5}, {62.5, 68.75, 75}});
      assertThat(data(hdf, "train_loss_stderr"))
          .isEqualTo(new double[][] {{0, 0.5, 1}, {5, 5.5, 6}});
    }
  }

  @Test
  void theKeysNameTheSplit() {
    try (HdfFile hdf = write(stored(SampleResults.slice(), "test"))) {
      assertThat(hdf.getChildren().keySet())
          .containsExactlyInAnyOrder(
              "dir_file",
              "provenance",
              "xcoordinates",
              "test_loss",
              "test_acc",
              "test_loss_stderr");
      assertThat(data(hdf, "test_loss")).isEqualTo(new double[] {0, 1, 2, 3});
      assertThat(data(hdf, "test_acc")).isEqualTo(new double[] {50, 25, -1, 100});
      assertThat(data(hdf, "test_loss_stderr")).isEqualTo(new double[] {0.5, 0.25, NAN, 0.125});
    }
  }

  @Test
  void textsAreReadable() {
    Path file = folder.resolve("s.h5");
    ExportOptions options = new ExportOptions(Height.LOSS, "directions α.h5");
    Exporter.export(stored(SampleResults.slice()), ExportFormat.H5, file, options);
    try (HdfFile hdf = new HdfFile(file)) {
      assertThat(data(hdf, "dir_file")).isEqualTo("directions α.h5");
      assertThat((String) data(hdf, "provenance")).contains("\"weightsHash\": \"sha256:0123\"");
    }
  }

  @Test
  void minusOneMarksWhatACancelledSurfaceLacks() {
    SurfaceResult surface = SampleResults.surface(2, 2, Outcome.CANCELLED, List.of(List.of(0, 1)));
    try (HdfFile hdf = write(stored(surface))) {
      assertThat(data(hdf, "train_loss")).isEqualTo(new double[][] {{0, 2}, {-1, 12}});
      assertThat(data(hdf, "train_acc")).isEqualTo(new double[][] {{0, 12.5}, {-1, 75}});
    }
  }

  @Test
  void lossesThatWereComputedAndAreNotFiniteStay() {
    double infinity = Double.POSITIVE_INFINITY;
    SurfaceResult surface = SampleResults.losses(Outcome.NON_FINITE, 1, NAN, infinity);
    try (HdfFile hdf = write(stored(surface))) {
      assertThat(data(hdf, "train_loss")).isEqualTo(new double[][] {{1}, {NAN}, {infinity}});
    }
    assertThat(read(folder.resolve("surface.h5")).outcome()).isEqualTo(Outcome.NON_FINITE);
  }

  @Test
  void aLossOfMinusOneIsRefused() {
    assertThatThrownBy(() -> write(stored(SampleResults.losses(Outcome.CONVERGED, 2, -1))))
        .isInstanceOfSatisfying(
            ThalwegException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.INVALID_OPTION);
              assertThat(e.next()).contains("json");
            });
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void surfacesComeBack() {
    SurfaceResult surface =
        SampleResults.surface(5, 3, Outcome.CANCELLED, List.of(List.of(1, 2), List.of(4, 0)));
    write(stored(surface)).close();
    StoredResult stored = Importer.read(folder.resolve("surface.h5"), "1.2.3");
    SurfaceResult read = (SurfaceResult) stored.result();
    assertThat(read.alpha()).isEqualTo(surface.alpha());
    assertThat(read.beta()).isEqualTo(surface.beta());
    assertThat(read.loss()).isEqualTo(surface.loss());
    assertThat(read.lossStandardError()).isEqualTo(surface.lossStandardError());
    // powers of two survive the way through percent
    assertThat(read.accuracy()).isEqualTo(surface.accuracy());
    assertThat(read.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(stored.id()).isEqualTo("surface");
    assertThat(stored.provenance().command()).isEqualTo("import");
    assertThat(stored.provenance().codeVersion()).isEqualTo("1.2.3");
    assertThat(stored.provenance().specification())
        .containsEntry("file", "surface.h5")
        .containsEntry("missingPoints", 2)
        .containsEntry("split", "train");
    assertThat(String.valueOf(stored.provenance().specification().get("provenance")))
        .contains("sha256:da7a");
  }

  @Test
  void slicesComeBack() {
    SliceResult slice = SampleResults.slice();
    write(stored(slice)).close();
    SliceResult read = (SliceResult) read(folder.resolve("surface.h5"));
    assertThat(read.alpha()).isEqualTo(slice.alpha());
    assertThat(read.loss()).isEqualTo(slice.loss());
    assertThat(read.lossStandardError()).isEqualTo(slice.lossStandardError());
    assertThat(read.accuracy()).isEqualTo(slice.accuracy());
    assertThat(read.outcome()).isEqualTo(Outcome.CONVERGED);
  }

  @Test
  void theSameResultGivesTheSameBytes() throws IOException {
    write(stored(SampleResults.surface(3, 2))).close();
    byte[] first = Files.readAllBytes(folder.resolve("surface.h5"));
    write(stored(SampleResults.surface(3, 2))).close();
    assertThat(folder.resolve("surface.h5")).hasBinaryContent(first);
    assertThat(folder.toFile().list()).containsExactly("surface.h5");
  }
}
