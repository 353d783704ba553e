package org.thalweg.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Point2D;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.thalweg.result.Grid;
import org.thalweg.result.SurfaceResult;
import org.thalweg.result.Values;

class GroupFiguresTest {
  private static final GroupFigures.Words WORDS =
      new GroupFigures.Words("figure", "A figure", "", "What it shows.");

  @Test
  void groupsDifferInColourMarkerAndDash() {
    Set<String> colours = new HashSet<>();
    Set<String> markers = new HashSet<>();
    Set<String> dashes = new HashSet<>();
    for (int k = 0; k < 7; k++) {
      GroupStyle style = GroupStyle.of(k);
      colours.add(style.hex());
      markers.add(style.symbol());
      dashes.add(style.dash());
      assertThat(style.marker(10, 20, 5).contains(new Point2D.Double(10, 20))).isTrue();
      assertThat(style.marker(10, 20, 5).getBounds2D().getWidth()).isBetween(8.0, 13.0);
    }
    assertThat(colours).hasSize(7);
    assertThat(markers).hasSize(7);
    assertThat(dashes).hasSize(7);
    assertThat(GroupStyle.of(7).hex()).isEqualTo(GroupStyle.of(0).hex());
    assertThat(GroupStyle.of(7).symbol()).isNotEqualTo(GroupStyle.of(0).symbol());
  }

  @Test
  void anAxisIsLogarithmicOnlyIfAllValuesArePositive() {
    assertThat(axis(1, 10, Double.NaN)).isEqualTo(new AxisChoice("loss [nats], log scale", true));
    assertThat(axis(0, 10))
        .isEqualTo(new AxisChoice("loss [nats] (linear: not all are positive)", false));
    assertThat(axis(Double.NaN)).isEqualTo(new AxisChoice("loss [nats]", false));
    AxisChoice logarithmic = axis(1, 10);
    assertThat(logarithmic.value(logarithmic.place(5))).isCloseTo(5, within(1e-12));
    assertThat(logarithmic.place(-1)).isNaN();
  }

  private static AxisChoice axis(double... values) {
    return AxisChoice.of("loss", "nats", true, DoubleStream.of(values));
  }

  @Test
  void barsOnlyWhereDifferencesCanBeSeen() {
    assertThat(values(1, 3).bars()).isTrue();
    assertThat(values(0.97, 0.99).bars()).isFalse();
    assertThat(values(-1, 3).bars()).isFalse();
    assertThat(values(Double.NaN, Double.NaN).bars()).isFalse();
  }

  @Test
  void groupsStandSideBySideWithinTheirCategory() {
    List<GroupedValues.NamedGroup> groups =
        List.of(
            new GroupedValues.NamedGroup("a", GroupStyle.of(0)),
            new GroupedValues.NamedGroup("b", GroupStyle.of(1)));
    GroupedValues values =
        new GroupedValues(
            AxisChoice.linear("y"),
            "x",
            List.of("first", "second"),
            groups,
            List.of(entry(1, 0, 2.0), entry(1, 1, 3.0)));
    assertThat(values.place(values.entries().get(0))).isCloseTo(0.8, within(1e-12));
    assertThat(values.place(values.entries().get(1))).isCloseTo(1.2, within(1e-12));
  }

  @Test
  void planesShareTheScaleOfAllOfThem() {
    SurfaceResult low = SampleResults.surface(5, (a, b) -> 1 + a * a);
    SurfaceResult high = SampleResults.surface(5, (a, b) -> 3 + b * b);
    PlaneMultiples planes =
        PlaneMultiples.of(
            "α",
            "β",
            List.of(PlaneMultiples.Part.of("low", low), PlaneMultiples.Part.of("high", high)));
    assertThat(planes.scale().low()).isEqualTo(1);
    assertThat(planes.scale().highest()).isEqualTo(4);
    assertThat(planes.sameExtent()).isTrue();
    assertThat(planes.levels()).allMatch(level -> level > 1 && level < 4);
  }

  @Test
  void missingNumbersPaintEmptyPictures() {
    double nan = Double.NaN;
    Values three = Values.of(1, 2, 3);
    Values missing = Values.of(nan, nan, nan);
    AxisChoice axis = AxisChoice.linear("y");
    CurveBands curves =
        new CurveBands(
            axis, axis, List.of(CurveBands.Curve.plain("c", GroupStyle.of(0), three, missing)));
    PointCloud points =
        new PointCloud(
            axis,
            axis,
            List.of(
                new PointCloud.Group(
                    "g", GroupStyle.of(0), missing, three, List.of("1", "2", "3"))),
            CurveBands.Curve.none());
    PlaneMultiples planes =
        PlaneMultiples.of(
            "α",
            "β",
            List.of(
                PlaneMultiples.Part.of("none", SampleResults.surface(4, (a, b) -> Double.NaN))));
    LabelledMatrix matrix =
        new LabelledMatrix("ρ", List.of("a", "b"), new Grid(2, 2, Values.of(1, nan, nan, 1)));
    for (Figure figure :
        List.of(
            GroupFigures.values(WORDS, values(nan, nan)),
            GroupFigures.values(WORDS, List.of()),
            GroupFigures.curves(WORDS, curves),
            GroupFigures.curvesSideBySide(WORDS, curves, 1),
            GroupFigures.points(WORDS, points),
            GroupFigures.matrix(WORDS, matrix),
            GroupFigures.planes(WORDS, planes, 1),
            GroupFigures.surfaces(WORDS, planes))) {
      assertThat(FigureFiles.svg(figure)).isNotEmpty();
      assertThat(FigureFiles.png(figure, 1)).isNotEmpty();
    }
  }

  private static GroupedValues values(double first, double second) {
    return new GroupedValues(
        AxisChoice.linear("y"),
        "x",
        List.of("first", "second"),
        List.of(),
        List.of(entry(0, 0, first), entry(1, 0, second)));
  }

  private static GroupedValues.Entry entry(int category, int group, double mean) {
    return new GroupedValues.Entry(
        category,
        group,
        GroupStyle.of(category),
        mean,
        Double.NaN,
        Double.NaN,
        Values.of(mean),
        List.of("seed 1"));
  }
}
