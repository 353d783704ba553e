package org.thalweg.report.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudyReportTest {
  static final StudyReport REPORT = new StudyReport();

  @Test
  void preview() throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "preview"));
    Files.writeString(folder.resolve("r1.html"), page(SampleStudies.architectures()));
    Files.writeString(
        folder.resolve("r2.html"),
        page(
            SampleStudies.optimizers(
                List.of("mlp-32", "mlp-64", "mlp-128", "cnn-16", "cnn-32", "cnn-64"), 5)));
    Files.writeString(folder.resolve("one.html"), page(SampleStudies.single()));
    Files.writeString(folder.resolve("failed.html"), page(SampleStudies.failed()));
    Files.writeString(folder.resolve("pending.html"), page(SampleStudies.pending()));
    for (org.thalweg.figure.Figure figure : StudyFigures.of(SampleStudies.architectures())) {
      Files.write(
          folder.resolve(figure.name() + ".png"), org.thalweg.figure.FigureFiles.png(figure, 1));
    }
    for (org.thalweg.figure.Figure figure :
        StudyFigures.of(
            SampleStudies.optimizers(List.of("mlp-32", "mlp-64", "mlp-128", "cnn-16"), 5))) {
      Files.write(
          folder.resolve("r2-" + figure.name() + ".png"),
          org.thalweg.figure.FigureFiles.png(figure, 1));
    }
    assertThat(folder).exists();
  }

  static String page(StudyContents contents) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    REPORT.write(contents, bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
