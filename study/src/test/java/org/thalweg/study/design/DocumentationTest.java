package org.thalweg.study.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/studies.md} against the code. */
class DocumentationTest {
  private static final String TEXT = read();

  private static String read() {
    try {
      return Files.readString(Path.of("../docs/studies.md"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void itsExampleIsAStudy() {
    String example = TEXT.substring(TEXT.indexOf("```yaml\n") + 8);
    example = example.substring(0, example.indexOf("```"));
    Study study = StudyFile.read("example", example, Scale.QUICK);
    assertThat(study.trials()).hasSize(30);
    assertThat(study.factor("width").orElseThrow().levels())
        .containsExactly("narrow", "middle", "wide");
    assertThat(study.quantities()).extracting(Quantity::name).contains("lambda_max", "far_rise");
  }

  @Test
  void itNamesEverything() {
    mentions(StudyReader.KEYS);
    mentions(TrainingSettings.NAMES);
    mentions(Levels.KEYS.stream().filter(key -> !key.equals("title")).toList());
    mentions(CellsReader.DESIGNS);
    mentions(AnalysisReader.KEYS);
    mentions(QuantityDefinition.KEYS);
    mentions(SeriesReader.standard());
    mentions(SeriesReader.TRAINING_COLUMNS);
    mentions(SeriesReader.PATH_COLUMNS);
    mentions(TrainingStatistic.names());
    mentions(List.copyOf(new StandardQuantities(List.of(), List.of(), List.of()).names()));
    mentions(BundledStudies.names());
    mentions(ProbeOptions.load().probes());
  }

  private static void mentions(List<String> words) {
    assertThat(words)
        .allSatisfy(word -> assertThat(TEXT).containsPattern("[`{, ]" + word + "[`:,}=]"));
  }
}
