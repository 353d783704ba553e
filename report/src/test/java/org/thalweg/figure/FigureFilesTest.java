package org.thalweg.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thalweg.result.Cost;
import org.thalweg.result.GradientResult;
import org.thalweg.result.Outcome;
import org.thalweg.result.SharpnessResult;
import org.thalweg.result.SharpnessValue;
import org.thalweg.result.SpectrumResult;
import org.thalweg.result.TrainingHistory;
import org.w3c.dom.Document;

class FigureFilesTest {

  static Stream<Figure> samples() {
    List<Figure> figures = new ArrayList<>();
    figures.add(Figures.ofTraining(SampleResults.training()));
    figures.addAll(Figures.of("slice", SampleResults.slice(21)));
    figures.addAll(Figures.of("surface", SampleResults.surface(15)));
    figures.addAll(Figures.of("through", SampleResults.markedSurface(41)));
    figures.addAll(Figures.of("slice-band", SampleResults.band(20, 41)));
    figures.addAll(Figures.of("adaptive-surface", SampleResults.adaptive(41)));
    figures.addAll(Figures.of("convexity", SampleResults.convexity(21)));
    figures.addAll(Figures.of("topology", SampleResults.topology()));
    figures.addAll(Figures.of("hessian", SampleResults.spectrum()));
    figures.addAll(Figures.of("curvature", SampleResults.wholeSpectrum()));
    figures.addAll(Figures.of("gradient", SampleResults.gradient()));
    figures.addAll(Figures.of("sharpness", SampleResults.sharpness()));
    figures.addAll(Figures.of("audit", SampleResults.audit()));
    figures.addAll(Figures.of("trajectory", SampleTrajectory.full()));
    figures.addAll(Figures.of("adam", SampleTrajectory.withoutThreshold()));
    figures.addAll(Figures.of("connect", SampleResults.connection(false)));
    figures.addAll(Figures.of("connect-2", SampleResults.connection(true)));
    return figures.stream();
  }

  static Stream<Figure> degenerate() {
    List<Figure> figures = new ArrayList<>();
    figures.add(Figures.ofTraining(new TrainingHistory(List.of(), Outcome.CANCELLED, Cost.NONE)));
    figures.addAll(Figures.of("nan-slice", SampleResults.slice(5, alpha -> Double.NaN)));
    figures.addAll(Figures.of("two-snapshots", SampleTrajectory.line()));
    figures.addAll(Figures.of("one-slice", SampleResults.slice(1)));
    figures.addAll(Figures.of("empty-slice", SampleResults.slice(0)));
    figures.addAll(Figures.of("nan", SampleResults.surface(5, (a, b) -> Double.NaN)));
    figures.addAll(
        Figures.of("infinite", SampleResults.surface(5, (a, b) -> Double.POSITIVE_INFINITY)));
    figures.addAll(Figures.of("one", SampleResults.surface(1)));
    figures.addAll(Figures.of("flat", SampleResults.surface(4, (a, b) -> 2)));
    figures.addAll(Figures.of("zero", SampleResults.surface(4, (a, b) -> 0)));
    figures.addAll(Figures.of("huge", SampleResults.surface(4, (a, b) -> 1e300 * (a + 2))));
    figures.addAll(
        Figures.of(
            "none",
            SpectrumResult.ofEnds(
                "hessian", 1000, "Lanczos", List.of(), List.of(), Outcome.CANCELLED, Cost.NONE)));
    figures.addAll(
        Figures.of(
            "inapplicable",
            new SharpnessResult(
                1,
                Double.NaN,
                1,
                List.of(SharpnessValue.notApplicable("sam", "needs a gradient")),
                Outcome.NOT_APPLICABLE,
                Cost.NONE)));
    return figures.stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aPngHasTheExpectedSizeAndManyColours(Figure figure) throws Exception {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(FigureFiles.png(figure)));
    assertThat(image.getWidth()).isEqualTo(2 * figure.width());
    assertThat(image.getHeight()).isEqualTo(2 * figure.height());
    Set<Integer> colours = new HashSet<>();
    for (int x = 0; x < image.getWidth(); x += 2) {
      for (int y = 0; y < image.getHeight(); y += 2) {
        colours.add(image.getRGB(x, y));
      }
    }
    assertThat(colours).hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void anSvgIsWellFormedAndItsTextIsText(Figure figure) throws Exception {
    Document document = parse(FigureFiles.svg(figure));
    assertThat(document.getDocumentElement().getLocalName()).isEqualTo("svg");
    assertThat(document.getDoctype()).isNull();
    assertThat(texts(document)).contains(figure.title());
  }

  @Test
  void axesAreNamed() throws Exception {
    Figure contour = named("surface-contour");
    assertThat(texts(parse(FigureFiles.svg(contour))))
        .contains(
            "α (along d₁: random, filter-normalised, seed 1)",
            "β (along d₂: random, filter-normalised, seed 2)",
            "mean loss, log scale",
            "θ, the network")
        .anyMatch(text -> text.startsWith("lowest on the grid: "));
    assertThat(texts(parse(FigureFiles.svg(named("hessian-spectrum")))))
        .contains("eigenvalue λ", "± residual ‖Hv − λv‖", "λ₁", "λ₋₁");
  }

  @Test
  void contourLevelsAreLabelled() throws Exception {
    // An inclined plane from 0 to 4: every level crosses the whole picture.
    Figure contour =
        Figures.of("s", SampleResults.surface(21, (a, b) -> 2 + 2 * a)).stream()
            .filter(figure -> figure.name().equals("s-contour"))
            .findFirst()
            .orElseThrow();
    assertThat(texts(parse(FigureFiles.svg(contour)))).contains("1", "1.5", "2.5", "3");
  }

  @Test
  void cuttingOffIsSaid() {
    Figure cut =
        Figures.of("s", SampleResults.surface(21, (a, b) -> a > 0.99 ? 1e6 : a - 1)).get(0);
    assertThat(cut.note()).contains("Cut off above").contains("10⁶");
    Figure gap =
        Figures.of("s", SampleResults.surface(21, (a, b) -> a > 0.99 ? Double.NaN : a)).get(0);
    assertThat(gap.note()).contains("Blank").doesNotContain("Cut off");
  }

  @ParameterizedTest
  @MethodSource("degenerate")
  void whatIsMissingIsNoReasonToFail(Figure figure) throws Exception {
    assertThat(ImageIO.read(new ByteArrayInputStream(FigureFiles.png(figure)))).isNotNull();
    String svg = new String(FigureFiles.svg(figure), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
    parse(svg.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theSameFigureGivesTheSameBytes(Figure figure) {
    Figure again = named(figure.name());
    assertThat(FigureFiles.svg(again)).isEqualTo(FigureFiles.svg(figure));
    assertThat(FigureFiles.png(again)).isEqualTo(FigureFiles.png(figure));
  }

  @Test
  void namesBeginWithTheResultAndAreUnique() {
    assertThat(Figures.of("surface-2", SampleResults.surface(3)))
        .extracting(Figure::name)
        .containsExactly(
            "surface-2-3d", "surface-2-contour", "surface-2-heatmap", "surface-2-accuracy");
  }

  @Test
  void aGradientWithoutTensorsHasNoPicture() {
    var gradient =
        new GradientResult(
            1, 0.1, Double.NaN, Double.NaN, 2, java.util.Map.of(), Outcome.CONVERGED, Cost.NONE);
    assertThat(Figures.of("gradient", gradient)).isEmpty();
  }

  private static Figure named(String name) {
    return samples().filter(figure -> figure.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<String> texts(Document document) {
    var nodes = document.getElementsByTagName("text");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }

  private static Document parse(byte[] svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg));
  }
}
