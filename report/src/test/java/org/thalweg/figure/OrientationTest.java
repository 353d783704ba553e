package org.thalweg.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.result.SurfaceResult;

/** Low and high values appear where they were measured: α to the right, β upwards. */
class OrientationTest {

  @ParameterizedTest
  @ValueSource(strings = {"s-contour", "s-heatmap"})
  void alphaGrowsToTheRightAndBetaUpwards(String name) throws Exception {
    Centres alongAlpha = centres(name, (a, b) -> 2 + a);
    assertThat(alongAlpha.highX - alongAlpha.lowX).isGreaterThan(700);
    assertThat(alongAlpha.highY).isCloseTo(alongAlpha.lowY, within(30.0));
    Centres alongBeta = centres(name, (a, b) -> 2 + b);
    assertThat(alongBeta.lowY - alongBeta.highY).isGreaterThan(700);
    assertThat(alongBeta.highX).isCloseTo(alongBeta.lowX, within(30.0));
  }

  @Test
  void fractionalIndicesLieBetweenTheirNeighbours() {
    Plane plane = Plane.ofLoss(SampleResults.surface(21));
    assertThat(plane.alphaAt(2.5)).isCloseTo(-0.75, within(1e-12));
    assertThat(plane.betaAt(15.2)).isCloseTo(0.52, within(1e-12));
    assertThat(plane.alphaAt(20)).isEqualTo(1);
  }

  @Test
  void theLowestValueIsFoundAtItsPlace() {
    SurfaceResult surface =
        SampleResults.surface(
            21, (a, b) -> a < -0.95 ? Double.NaN : Math.abs(a - 0.3) + Math.abs(b + 0.7));
    Plane plane = Plane.ofLoss(surface);
    int lowest = plane.lowest().orElseThrow();
    assertThat(plane.alpha().get(lowest / 21)).isCloseTo(0.3, within(1e-12));
    assertThat(plane.beta().get(lowest % 21)).isCloseTo(-0.7, within(1e-12));
  }

  @Test
  void theBoxIsSeenFromAboveAndItsFirstAxisRunsToTheRight() {
    Rectangle2D area = new Rectangle2D.Double(10, 20, 600, 500);
    Projection projection = new Projection(area);
    assertThat(projection.at(1, -1, 0).getX()).isGreaterThan(projection.at(-1, -1, 0).getX());
    assertThat(projection.at(-1, 1, 0).getX()).isLessThan(projection.at(-1, -1, 0).getX());
    assertThat(projection.at(0, 0, 1).getY()).isLessThan(projection.at(0, 0, 0).getY());
    assertThat(Projection.distance(1, 1)).isGreaterThan(Projection.distance(-1, -1));
    for (double x : new double[] {-1, 1}) {
      for (double y : new double[] {-1, 1}) {
        for (double z : new double[] {0, 1}) {
          assertThat(area.createUnion(point(projection, x, y, z)).getBounds2D())
              .as("(%s, %s, %s)", x, y, z)
              .isEqualTo(area);
        }
      }
    }
  }

  @Test
  void theViewerStandsWhereTheSurfaceIsLow() {
    for (double[] low : new double[][] {{-1, -1}, {-1, 1}, {1, -1}, {1, 1}}) {
      Plane plane =
          Plane.ofLoss(SampleResults.surface(9, (a, b) -> Math.hypot(a - low[0], b - low[1])));
      Axis alpha = Axis.tight("α", plane.alpha().stream());
      Axis beta = Axis.tight("β", plane.beta().stream());
      QuarterTurn turn = QuarterTurn.mostOpen(alpha, beta, plane);
      boolean alphaFirst = turn.first().equals(alpha);
      assertThat(turn.placeOnFirst(alphaFirst ? low[0] : low[1])).isEqualTo(-1);
      assertThat(turn.placeOnSecond(alphaFirst ? low[1] : low[0])).isEqualTo(-1);
    }
  }

  @Test
  void turningNeverMirrors() {
    Axis alpha = new Axis("α", new LinearScale(), -1, 1);
    Axis beta = new Axis("β", new LinearScale(), -1, 1);
    for (int quarters = 0; quarters < 4; quarters++) {
      QuarterTurn turn = new QuarterTurn(alpha, beta, quarters);
      boolean alphaFirst = turn.first().equals(alpha);
      double first = turn.placeOnFirst(1);
      double second = turn.placeOnSecond(1);
      // The determinant of (α, β) ↦ (first, second).
      double determinant = alphaFirst ? first * second : -first * second;
      assertThat(determinant).as("%s quarters", quarters).isEqualTo(1);
    }
  }

  private static Rectangle2D point(Projection projection, double x, double y, double z) {
    var at = projection.at(x, y, z);
    // Just inside, so that rounding does not matter.
    double towardsX = at.getX() + 1e-6 * Math.signum(310 - at.getX());
    double towardsY = at.getY() + 1e-6 * Math.signum(270 - at.getY());
    return new Rectangle2D.Double(towardsX, towardsY, 0, 0);
  }

  /** Mean positions of the colours of the lowest and the highest tenth, colour bar left out. */
  private static Centres centres(String name, DoubleBinaryOperator loss) throws Exception {
    List<Figure> figures = Figures.of("s", SampleResults.surface(21, loss));
    Figure figure =
        figures.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(FigureFiles.png(figure)));
    double[] low = mean(image, ColourMap.VIRIDIS.at(0.05));
    double[] high = mean(image, ColourMap.VIRIDIS.at(0.95));
    return new Centres(low[0], low[1], high[0], high[1]);
  }

  private static double[] mean(BufferedImage image, Color wanted) {
    double sumX = 0;
    double sumY = 0;
    int count = 0;
    for (int x = 0; x < 0.8 * image.getWidth(); x++) {
      for (int y = 160; y < image.getHeight(); y++) {
        Color color = new Color(image.getRGB(x, y));
        int difference =
            Math.abs(color.getRed() - wanted.getRed())
                + Math.abs(color.getGreen() - wanted.getGreen())
                + Math.abs(color.getBlue() - wanted.getBlue());
        if (difference < 40) {
          sumX += x;
          sumY += y;
          count++;
        }
      }
    }
    assertThat(count).isGreaterThan(1000);
    return new double[] {sumX / count, sumY / count};
  }

  private record Centres(double lowX, double lowY, double highX, double highY) {}
}
