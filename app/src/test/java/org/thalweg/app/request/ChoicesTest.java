package org.thalweg.app.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

class ChoicesTest {
  private static void assertRefused(Runnable reading) {
    assertThatThrownBy(reading::run)
        .isInstanceOfSatisfying(
            ThalwegException.class,
            error -> assertThat(error.code()).isEqualTo(ErrorCode.INVALID_OPTION));
  }

  @Test
  void modelsAreNamesUntilTheyAreOpened() {
    assertThat(ModelReference.parse("runs/a@12")).hasToString("runs/a@12");
    assertRefused(() -> ModelReference.parse(" "));
  }

  @Test
  void ranges() {
    assertThat(AxisRange.parse("-0.5:1e-1")).isEqualTo(new AxisRange(-0.5, 0.1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":", "1", "1:", "1:1", "2:1", "a:b", "0:1:2", "NaN:1", "0:Infinity"})
  void whatIsNoRange(String text) {
    assertRefused(() -> AxisRange.parse(text));
  }

  @Test
  void directions() {
    assertThat(DirectionChoice.parse("random")).isEqualTo(new DirectionChoice.Random());
    assertThat(DirectionChoice.parse("gradient")).isEqualTo(new DirectionChoice.Gradient());
    assertThat(DirectionChoice.parse("eigen:-1")).isEqualTo(new DirectionChoice.Eigenvector(-1));
  }

  @Test
  void principalComponents() {
    assertThat(DirectionChoice.parse("pca:3")).isEqualTo(new DirectionChoice.PrincipalComponent(3));
    assertThat(PlaneChoice.parse("pca:2,1")).isEqualTo(new PlaneChoice.PrincipalComponents(2, 1));
    assertThat(PlaneChoice.parse("pca:1,random"))
        .isEqualTo(
            new PlaneChoice.Spanned(
                new DirectionChoice.PrincipalComponent(1), new DirectionChoice.Random()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pca",
        "pca:",
        "pca:0",
        "pca:-1",
        "pca:1,2",
        "",
        "eigen",
        "eigen:",
        "eigen:0",
        "eigen:x",
        "eigen:99999999999",
        "Random"
      })
  void whatIsNoDirection(String text) {
    assertRefused(() -> DirectionChoice.parse(text));
  }

  @Test
  void planes() {
    assertThat(PlaneChoice.parse("random")).isEqualTo(new PlaneChoice.Random());
    assertThat(PlaneChoice.parse("eigen:2,-1")).isEqualTo(new PlaneChoice.Eigenvectors(2, -1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pca:1",
        "pca:1,1",
        "pca:0,1",
        "pca:1,-1",
        "",
        "eigen:1",
        "eigen:1,1",
        "eigen:0,1",
        "eigen:1,2,3"
      })
  void whatIsNoPlane(String text) {
    assertRefused(() -> PlaneChoice.parse(text));
  }

  @Test
  void optimizersKnowTheirDefaults() {
    for (OptimizerChoice.Method method : OptimizerChoice.Method.values()) {
      OptimizerChoice choice =
          new OptimizerChoice(method, OptionalDouble.empty(), OptionalDouble.empty(), 0);
      assertThat(choice.effectiveLearningRate()).isPositive();
      assertThat(choice.effectiveMomentum().isPresent()).isEqualTo(method.hasMomentum());
    }
    OptimizerChoice chosen =
        new OptimizerChoice(
            OptimizerChoice.Method.NESTEROV, OptionalDouble.of(3), OptionalDouble.of(0.5), 0);
    assertThat(chosen.effectiveLearningRate()).isEqualTo(3);
    assertThat(chosen.effectiveMomentum()).contains(0.5);
  }

  @Test
  void linesAndPlanesToOtherModels() {
    assertThat(DirectionChoice.parse("to:runs/b@3"))
        .isEqualTo(new DirectionChoice.Towards("runs/b@3"));
    assertThat(PlaneChoice.parse("through:runs/b,runs/c@2"))
        .isEqualTo(new PlaneChoice.Through("runs/b", "runs/c@2"));
    assertThat(PlaneChoice.parse("gradient,random"))
        .isEqualTo(
            new PlaneChoice.Spanned(new DirectionChoice.Gradient(), new DirectionChoice.Random()));
    assertThat(PlaneChoice.parse("eigen:1,to:runs/b"))
        .isEqualTo(
            new PlaneChoice.Spanned(
                new DirectionChoice.Eigenvector(1), new DirectionChoice.Towards("runs/b")));
    assertRefused(() -> DirectionChoice.parse("to:"));
    assertRefused(() -> PlaneChoice.parse("through:runs/b"));
    assertRefused(() -> PlaneChoice.parse("through:,runs/b"));
    assertRefused(() -> PlaneChoice.parse("gradient,gradient"));
    assertRefused(() -> PlaneChoice.parse("gradient,slope"));
  }
}
