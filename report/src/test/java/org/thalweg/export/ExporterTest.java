package org.thalweg.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.thalweg.export.SampleResults.stored;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thalweg.array.Npz;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.result.ProbeResult;
import org.thalweg.store.StoredResult;

class ExporterTest {
  @TempDir Path folder;

  private static List<ProbeResult> all() {
    return List.of(
        SampleResults.slice(),
        SampleResults.surface(3, 2),
        SampleResults.spectrum(),
        SampleResults.gradient());
  }

  @Test
  void everyResultHasATableArraysAndADocument() {
    for (ProbeResult result : all()) {
      assertThat(ExportFormat.holding(result))
          .contains(ExportFormat.CSV, ExportFormat.NPZ, ExportFormat.JSON);
      for (ExportFormat format : ExportFormat.holding(result)) {
        Path file = folder.resolve(result.probe() + "." + format.extension());
        Exporter.export(stored(result), format, file);
        assertThat(file).isNotEmptyFile();
      }
    }
    assertThat(folder.toFile().list()).hasSize(4 * 3 + 2 + 1);
  }

  @Test
  void tablesAreTidy() {
    Path file = folder.resolve("s.csv");
    Exporter.export(stored(SampleResults.surface(3, 2)), ExportFormat.CSV, file);
    assertThat(file)
        .hasContent(
            """
            alpha,beta,loss,lossStandardError,accuracy
            -1.0,0.0,0.0,0.0,0.0
            -1.0,1.0,10.0,5.0,0.625
            0.0,0.0,1.0,0.5,0.0625
            0.0,1.0,11.0,5.5,0.6875
            1.0,0.0,2.0,1.0,0.125
            1.0,1.0,12.0,6.0,0.75
            """);
  }

  @Test
  void arraysAreNamedForTheirAxes() {
    Path file = folder.resolve("s.npz");
    Exporter.export(stored(SampleResults.surface(3, 2)), ExportFormat.NPZ, file);
    assertThat(Npz.read(file).keySet())
        .containsExactly("alpha", "beta", "loss", "lossStandardError", "accuracy");
    assertThat(Npz.read(file).values().stream().map(array -> array.shape()).toList())
        .isEqualTo(List.of(List.of(3), List.of(2), List.of(3, 2), List.of(3, 2), List.of(3, 2)));
  }

  @Test
  void documentsComeBackWhole() {
    for (ProbeResult result : all()) {
      StoredResult stored = stored(result);
      Path file = folder.resolve(result.probe() + "-7.json");
      Exporter.export(stored, ExportFormat.JSON, file);
      assertThat(Importer.read(file, "other")).isEqualTo(stored);
    }
  }

  @Test
  void aFormatThatCannotHoldTheResultIsRefusedBeforeAnythingIsWritten() {
    assertThatThrownBy(
            () ->
                Exporter.export(
                    stored(SampleResults.spectrum()), ExportFormat.H5, folder.resolve("s.h5")))
        .isInstanceOfSatisfying(
            ThalwegException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.INVALID_OPTION);
              assertThat(e.next()).isEqualTo("choose one of [csv, npz, json]");
            });
    assertThatThrownBy(
            () ->
                Exporter.export(
                    stored(SampleResults.slice()), ExportFormat.VTP, folder.resolve("s.vtp")))
        .isInstanceOf(ThalwegException.class)
        .hasMessageContaining("[csv, npz, h5, json]");
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void whatWasThereIsReplacedOrLeftAlone(ExportFormat format) throws IOException {
    Path file = folder.resolve("deep/surface");
    Files.createDirectories(file);
    StoredResult result = stored(SampleResults.surface(3, 2));
    assertThatThrownBy(() -> Exporter.export(result, format, file))
        .isInstanceOfSatisfying(
            ThalwegException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_EXISTS));
    Files.delete(file);
    Files.writeString(file, "old");
    Exporter.export(result, format, file);
    assertThat(Files.size(file)).isGreaterThan(100);
    assertThat(folder.resolve("deep").toFile().list()).containsExactly("surface");
  }

  @Test
  void formatsAreFoundByName() {
    assertThat(ExportFormat.named("VTP")).isEqualTo(ExportFormat.VTP);
    assertThatThrownBy(() -> ExportFormat.named("mat"))
        .isInstanceOfSatisfying(
            ThalwegException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNKNOWN_NAME))
        .hasMessageContaining("[csv, npz, h5, vtp, json]");
  }
}
