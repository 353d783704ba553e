package org.thalweg.direction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.ArraySpace;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;
import org.thalweg.random.RandomStream;

class DirectionTest {
  private static final DirectionSource TEST = new DirectionSource.Given("test");

  @Test
  void randomDirectionsComeFromTheirStream() {
    assertThat(RandomDirection.of(50, 7, 1).toArray())
        .containsExactly(RandomStream.of(7, "direction", 1).gaussians(50));
    assertThat(RandomDirection.of(50, 7, 1).toArray())
        .isNotEqualTo(RandomDirection.of(50, 7, 0).toArray())
        .isNotEqualTo(RandomDirection.of(50, 8, 1).toArray());
    assertThat(RandomDirection.of(50, 7, 1)).hasToString("random (seed 7, number 1)");
  }

  @Test
  void randomComponentsAreStandardNormal() {
    int n = 100_000;
    Direction direction = RandomDirection.of(n, 3, 0);
    double mean = 0;
    double fourth = 0;
    for (double component : direction.toArray()) {
      mean += component / n;
      fourth += Math.pow(component, 4) / n;
    }
    // Five standard deviations of each estimate: 1/√n, √(2/n), √(96/n).
    assertThat(mean).isCloseTo(0, within(5 / Math.sqrt(n)));
    assertThat(direction.dot(direction) / n).isCloseTo(1, within(5 * Math.sqrt(2.0 / n)));
    assertThat(fourth).isCloseTo(3, within(5 * Math.sqrt(96.0 / n)));
  }

  @Test
  void differenceLeadsFromOneToTheOther() {
    ArraySpace space = ArraySpace.of(2);
    try (Vector from = space.of(new double[] {1, 2});
        Vector to = space.of(new double[] {4, -2})) {
      Direction difference =
          Direction.difference(new DirectionSource.Difference("run A", "run B"), from, to);
      assertThat(difference.toArray()).containsExactly(3, -4);
      assertThat(difference.norm()).isEqualTo(5);
      assertThat(difference).hasToString("from run A to run B");
    }
  }

  @Test
  void sourcesSayWhatTheyAre() {
    assertThat(new DirectionSource.Gradient().text()).isEqualTo("gradient");
    assertThat(new DirectionSource.Eigenvector("hessian", -1).text())
        .isEqualTo("eigenvector -1 of the hessian");
  }

  @Test
  void nobodyOutsideHoldsTheComponents() {
    double[] values = {1, 2};
    Direction direction = Direction.of(TEST, values);
    values[0] = 9;
    direction.toArray()[1] = 9;
    assertThat(direction.get(0)).isEqualTo(1);
    assertThat(direction.get(1)).isEqualTo(2);
  }

  @Test
  void aVectorOfTheSpaceIsRoundedOnce() {
    Direction direction = Direction.of(TEST, new double[] {0.1, -3});
    try (Vector single = direction.in(new ArraySpace(2, Precision.FLOAT32));
        Vector twice = direction.in(ArraySpace.of(2))) {
      assertThat(single.toArray()).containsExactly(0.1f, -3);
      assertThat(twice.toArray()).containsExactly(0.1, -3);
      assertThat(Direction.of(TEST, twice).toArray()).containsExactly(0.1, -3);
    }
  }

  @Test
  void sizesMustFit() {
    Direction direction = Direction.of(TEST, new double[] {1, 2});
    assertThatExceptionOfType(ThalwegException.class)
        .isThrownBy(() -> direction.in(ArraySpace.of(3)))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.DIMENSION_MISMATCH));
  }

  @Test
  void componentsMustBeFinite() {
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatExceptionOfType(ThalwegException.class)
          .isThrownBy(() -> Direction.of(TEST, new double[] {1, bad}))
          .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FINITE));
    }
  }
}
