package org.thalweg.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.result.Outcome;
import org.thalweg.result.SliceResult;
import org.thalweg.result.SurfaceResult;
import org.thalweg.store.StoredResult;

/** Files as h5py writes them in the layout of the reference tool, see make_reference_files.py. */
class SurfaceFileReaderTest {
  private static StoredResult read(String name) {
    return Importer.read(SampleResults.reference(name), "test");
  }

  @ParameterizedTest
  @CsvSource({"square.h5, 3, 3, train", "wide.h5, 4, 2, train", "compressed.h5, 9, 5, test"})
  void everyValueIsWhereItBelongs(String name, int rows, int columns, String split) {
    StoredResult stored = read(name);
    SurfaceResult surface = (SurfaceResult) stored.result();
    assertThat(surface.alpha().size()).isEqualTo(rows);
    assertThat(surface.beta().size()).isEqualTo(columns);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        double place = surface.alpha().get(i) + 10 * surface.beta().get(j);
        assertThat(surface.loss().get(i, j)).isCloseTo(1 + place, within(1e-6));
        assertThat(surface.accuracy().get(i, j)).isCloseTo((50 + place) / 100, within(1e-6));
        assertThat(surface.lossStandardError().get(i, j)).isNaN();
      }
    }
    assertThat(surface.outcome()).isEqualTo(Outcome.CONVERGED);
    assertThat(surface.cosine()).isNaN();
    assertThat(stored.provenance().specification())
        .containsEntry("split", split)
        .containsEntry("directionFile", "model.t7_weights_xignore=biasbn_xnorm=filter.h5")
        .containsEntry("missingPoints", 0)
        .doesNotContainKey("provenance");
  }

  @Test
  void pointsNotYetComputedAreMissing() {
    SurfaceResult surface = (SurfaceResult) read("partial.h5").result();
    // the tool fills along x first: four points are the first row of y and one of the second
    assertThat(surface.loss().toArrays())
        .isEqualTo(
            new double[][] {
              {0, 5, Double.NaN}, {1, Double.NaN, Double.NaN}, {2, Double.NaN, Double.NaN}
            });
    assertThat(surface.accuracy().get(2, 1)).isNaN();
    assertThat(surface.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(read("partial.h5").provenance().specification()).containsEntry("missingPoints", 5);
  }

  @Test
  void oneCoordinateIsASlice() {
    StoredResult stored = read("line.h5");
    SliceResult slice = (SliceResult) stored.result();
    assertThat(stored.id()).isEqualTo("slice");
    assertThat(slice.alpha().toArray()).containsExactly(-1, -0.5, 0, 0.5, 1);
    assertThat(slice.loss().toArray()).containsExactly(0, 0.5, 1, 1.5, 2);
    assertThat(slice.accuracy().toArray()).containsExactly(0.49, 0.495, 0.5, 0.505, 0.51);
  }

  @Test
  void featuresTheLibraryLacksAreNamedAsSuch() {
    assertThatThrownBy(() -> read("newest.h5"))
        .isInstanceOfSatisfying(
            ThalwegException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.DATA_FORMAT);
              assertThat(e.found()).contains("layout");
              assertThat(e.next()).contains("libver");
            });
  }

  @Test
  void theHashIsThatOfTheFile() {
    assertThat((String) read("line.h5").provenance().specification().get("fileHash"))
        .matches("sha256:[0-9a-f]{64}")
        .isNotEqualTo(read("wide.h5").provenance().specification().get("fileHash"));
  }
}
