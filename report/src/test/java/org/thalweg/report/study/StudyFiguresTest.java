package org.thalweg.report.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.thalweg.figure.Figure;
import org.thalweg.figure.FigureFiles;
import org.thalweg.report.EmbeddedNode;
import org.thalweg.study.observation.Series;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StudyFiguresTest {
  private static final StudyContents CONTENTS = SampleStudies.architectures();

  @Test
  void figuresForDocumentsHaveNamesFitForFiles() {
    List<Figure> figures = StudyFigures.of(CONTENTS);
    assertThat(figures)
        .extracting(Figure::name)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z0-9_-]+"))
        .contains(
            "bars",
            "values-lambda_max",
            "scatter-sharpness-gap",
            "correlations",
            "dynamics-train_loss",
            "lines-slice",
            "line-by-cell-slice",
            "contours-surface",
            "surfaces-surface",
            "paths-trajectory",
            "lines-trajectory-pc1",
            "lines-line");
  }

  @Test
  void theTextOfFiguresIsText() {
    for (Figure figure : StudyFigures.of(CONTENTS)) {
      String drawing = new String(FigureFiles.svg(figure), StandardCharsets.UTF_8);
      assertThat(drawing).as(figure.name()).contains("<text");
    }
  }

  /** The mean of a series on a logarithmic axis is that of the logarithms. */
  @Test
  void dynamicsAreGeometricMeansOverSeeds() {
    JsonNode curve = data("dynamics-train_loss").at("/curves/1");
    List<String> deep =
        CONTENTS.observations().trials().stream()
            .filter(trial -> trial.levels().containsValue("deep"))
            .map(trial -> trial.id())
            .toList();
    double mean =
        CONTENTS.observations().series().stream()
            .filter(one -> one.name().equals("train_loss") && deep.contains(one.trial()))
            .map(Series::value)
            .mapToDouble(values -> Math.log(values.get(4)))
            .average()
            .orElseThrow();
    assertThat(curve.at("/name").asString()).isEqualTo("deep");
    assertThat(curve.at("/x/4").asDouble()).isEqualTo(20);
    assertThat(curve.at("/y/4").asDouble())
        .isCloseTo(Math.exp(mean), within(1e-5 * Math.exp(mean)));
    assertThat(curve.at("/low/4").asDouble()).isLessThan(curve.at("/y/4").asDouble());
  }

  @Test
  void oneSeedHasNoBand() {
    JsonNode curve = data(SampleStudies.single(), "dynamics-train_loss").at("/curves/0");
    assertThat(curve.at("/low/4").asString()).isEqualTo("NaN");
    assertThat(curve.at("/y/4").asDouble()).isPositive();
  }

  /** Every plane has the same range of colours: that of all of them. */
  @Test
  void planesShareOneScale() {
    JsonNode planes = data("contours-surface");
    assertThat(planes.at("/parts").size()).isEqualTo(4);
    assertThat(planes.at("/display/range/0").asDouble()).isCloseTo(0.03, within(0.03));
    assertThat(planes.at("/display/levels").size()).isBetween(2, 9);
  }

  @Test
  void valuesThatNeverVaryAndMissingOnesAreKeptApart() {
    JsonNode epochs = data("values-epochs_to_target").at("/entries/0");
    long missing =
        epochs.at("/each").valueStream().filter(Predicate.not(JsonNode::isNumber)).count();
    long expected =
        CONTENTS.observations().trials().stream()
            .filter(trial -> trial.levels().containsValue("shallow"))
            .filter(trial -> Double.isNaN(trial.value("epochs_to_target")))
            .count();
    assertThat(missing).isEqualTo(expected).isPositive();
    assertThat(data("values-constant").at("/bars").asBoolean()).isFalse();
    assertThat(data("values-epochs_to_target").at("/bars").asBoolean()).isTrue();
  }

  private static JsonNode data(String name) {
    return data(CONTENTS, name);
  }

  private static JsonNode data(StudyContents contents, String name) {
    EmbeddedNode node = EmbeddedNode.root();
    StudyFigures.chapters(contents).stream()
        .flatMap(chapter -> chapter.figures().stream())
        .filter(figure -> figure.figure().name().equals(name))
        .forEach(figure -> figure.data().embed(node));
    return JsonMapper.shared().readTree(node.text());
  }
}
