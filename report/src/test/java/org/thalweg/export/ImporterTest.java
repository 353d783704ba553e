package org.thalweg.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.thalweg.export.SampleResults.NAN;
import static org.thalweg.export.SampleResults.stored;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.array.Npz;
import org.thalweg.array.NumericArray;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.result.Outcome;
import org.thalweg.result.ProbeResult;
import org.thalweg.result.SliceResult;
import org.thalweg.result.SurfaceResult;

class ImporterTest {
  @TempDir Path folder;

  private ProbeResult read(String name) {
    return Importer.read(folder.resolve(name), "test").result();
  }

  private ProbeResult table(String text) throws IOException {
    Files.writeString(folder.resolve("t.csv"), text);
    return read("t.csv");
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ThalwegException.class, e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code));
  }

  @ParameterizedTest
  @EnumSource(
      value = ExportFormat.class,
      names = {"CSV", "NPZ"})
  void surfacesAndSlicesComeBack(ExportFormat format) {
    SurfaceResult surface =
        SampleResults.surface(4, 3, Outcome.CANCELLED, List.of(List.of(2, 1), List.of(3, 2)));
    Exporter.export(stored(surface), format, folder.resolve("a." + format.extension()));
    SurfaceResult read = (SurfaceResult) read("a." + format.extension());
    assertThat(read.alpha()).isEqualTo(surface.alpha());
    assertThat(read.beta()).isEqualTo(surface.beta());
    assertThat(read.loss()).isEqualTo(surface.loss());
    assertThat(read.lossStandardError()).isEqualTo(surface.lossStandardError());
    assertThat(read.accuracy()).isEqualTo(surface.accuracy());
    assertThat(read.outcome()).isEqualTo(Outcome.CANCELLED);

    SliceResult slice = SampleResults.slice();
    Exporter.export(stored(slice), format, folder.resolve("b." + format.extension()));
    SliceResult line = (SliceResult) read("b." + format.extension());
    assertThat(line.alpha()).isEqualTo(slice.alpha());
    assertThat(line.loss()).isEqualTo(slice.loss());
    assertThat(line.lossStandardError()).isEqualTo(slice.lossStandardError());
    assertThat(line.accuracy()).isEqualTo(slice.accuracy());
    assertThat(line.outcome()).isEqualTo(Outcome.CONVERGED);
  }

  @Test
  void linesOfATableMayBeMissingAndInAnyOrder() throws IOException {
    SurfaceResult surface = (SurfaceResult) table("loss,beta,alpha\n7,5,1\n8, 6 ,2\r\n9,5,2\n");
    assertThat(surface.alpha().toArray()).containsExactly(1, 2);
    assertThat(surface.beta().toArray()).containsExactly(5, 6);
    assertThat(surface.loss().toArrays()).isEqualTo(new double[][] {{7, NAN}, {9, 8}});
    assertThat(surface.accuracy().get(0, 0)).isNaN();
    assertThat(surface.outcome()).isEqualTo(Outcome.CANCELLED);
  }

  @Test
  void anInfiniteLossIsNotMissing() throws IOException {
    assertThat(table("alpha,loss\n0,Infinity\n1,2\n").outcome()).isEqualTo(Outcome.NON_FINITE);
    assertThat(table("alpha,loss\n0,NaN\n1,2\n").outcome()).isEqualTo(Outcome.CANCELLED);
  }

  @Test
  void zeroHasOnePlace() throws IOException {
    SurfaceResult surface = (SurfaceResult) table("alpha,beta,loss\n-0.0,1,7\n0.0,2,8\n");
    assertThat(surface.alpha().toArray()).containsExactly(0);
    assertThat(surface.loss().toArrays()).isEqualTo(new double[][] {{7, 8}});
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "alpha,beta,loss\n",
        "alpha,beta\n1,2\n",
        "a,b,c\n1,2,3\n",
        "alpha,beta,loss\n1,2\n",
        "alpha,beta,loss\n1,2,3,4\n",
        "alpha,beta,loss\n1,2,3\n1,2,4\n",
        "alpha,beta,loss\n1,two,3\n",
        "alpha,beta,loss\nNaN,2,3\n",
        "alpha,beta,loss\nInfinity,2,3\n",
        "alpha,loss,accuracy\n1,2,\n",
        "alpha,loss\n1,\"2\n",
        "\0\1\2\3",
      })
  void tablesThatAreNoneAreRefused(String text) {
    assertRefused(ErrorCode.DATA_FORMAT, () -> table(text));
  }

  @Test
  void linesThatShareNoCoordinatesAreNoGrid() {
    StringBuilder text = new StringBuilder("alpha,beta,loss\n");
    for (int i = 0; i < 3000; i++) {
      text.append(i).append(',').append(i).append(",1\n");
    }
    assertRefused(ErrorCode.DATA_FORMAT, () -> table(text.toString()));
  }

  @Test
  void archivesThatAreNoSurfaceAreRefused() throws IOException {
    NumericArray two = NumericArray.of(new double[] {1, 2}, 2);
    NumericArray three = NumericArray.of(new double[] {1, 2, 3}, 3);
    NumericArray six = NumericArray.of(new double[6], 3, 2);
    NumericArray none = NumericArray.of(new double[0], 0);
    List<Map<String, NumericArray>> archives =
        List.of(
            Map.of(),
            Map.of("alpha", two),
            Map.of("loss", two),
            Map.of("alpha", two, "loss", three),
            Map.of("alpha", two, "beta", three, "loss", six),
            Map.of("alpha", six, "loss", six),
            Map.of("alpha", none, "loss", none),
            Map.of("alpha", two, "loss", two, "accuracy", three));
    for (Map<String, NumericArray> archive : archives) {
      try (var out = Files.newOutputStream(folder.resolve("x.npz"))) {
        Npz.write(archive, out);
      }
      assertRefused(ErrorCode.DATA_FORMAT, () -> read("x.npz"));
    }
  }

  @Test
  void filesThatAreNotThereOrOfNoKnownKind() throws IOException {
    assertRefused(ErrorCode.FILE_NOT_FOUND, () -> read("none.h5"));
    Files.createDirectory(folder.resolve("folder.h5"));
    assertRefused(ErrorCode.FILE_NOT_READABLE, () -> read("folder.h5"));
    for (String name : List.of("a.vtp", "a.txt", "a", ".", "h5.")) {
      assertRefused(ErrorCode.DATA_FORMAT, () -> read(name));
    }
  }
}
