package org.thalweg.study.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.error.ThalwegException;

class FormulaTest {
  private static final Map<String, Double> VALUES = Map.of("a", 3.0, "b", -2.0, "zero", 0.0);

  private static double value(String text) {
    return Formula.parse(text, Place.NONE).evaluate(VALUES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a + b * 2 | -1",
        "(a + b) * 2 | 2",
        "a - b - 1 | 4",
        "-a ^ 2 | -9",
        "2 ^ 3 ^ 2 | 512",
        "a / b | -1.5",
        "abs(b) | 2",
        "min(a, b) + max(a, b, 7) | 5",
        "sqrt(a * 3) | 3",
        "log10(1000) | 3",
        "log(a) | 1.0986122886681098",
        "0.3 * a + 0.5 * 2e-1 | 1.0",
        "+a | 3",
        "1 / (1 + 2) | 0.3333333333333333"
      })
  void arithmetic(String text, double expected) {
    assertThat(value(text)).isCloseTo(expected, within(1e-15 * Math.max(1, Math.abs(expected))));
  }

  /** Decimal arithmetic of 34 digits: the nearest double of the exact value. */
  @Test
  void roundedOnce() {
    Formula sum = Formula.parse("x + y - x", Place.NONE);
    assertThat(sum.evaluate(Map.of("x", 1e16, "y", 1.0))).isEqualTo(1.0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a / zero",
        "sqrt(b)",
        "log(b)",
        "log(zero)",
        "missing + 1",
        "10 ^ 400",
        "zero / zero"
      })
  void withoutAValueItIsNan(String text) {
    assertThat(value(text)).isNaN();
  }

  @Test
  void whatIsNotFiniteMakesNan() {
    Formula formula = Formula.parse("x * 0", Place.NONE);
    assertThat(formula.evaluate(Map.of("x", Double.NaN))).isNaN();
    assertThat(formula.evaluate(Map.of("x", Double.POSITIVE_INFINITY))).isNaN();
    assertThat(formula.evaluate(Map.of("x", 5.0))).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a +",
        "(a",
        "a b",
        "a; b",
        "a = b",
        "a > b",
        "if(a, 1, 2)",
        "random()",
        "\"text\"",
        "sqrt()",
        "sqrt(a, b)",
        "a[0]",
        "a.b",
        "2 a",
        "a && b",
        "dt_now()"
      })
  void whatIsNoArithmeticIsRefused(String text) {
    assertThatThrownBy(() -> Formula.parse(text, new Place("f.yaml", 7)))
        .isInstanceOf(ThalwegException.class)
        .hasMessageContaining("TW-1005")
        .hasMessageContaining("f.yaml:7");
  }

  @Test
  void namesAreThoseOfQuantities() {
    assertThat(Formula.parse("0.3 * lambda_init + 2 / entropy + max(e, pi)", Place.NONE).names())
        .containsExactly("e", "entropy", "lambda_init", "pi");
  }

  @Test
  void formulasComeAfterWhatTheyNeed() {
    List<Quantity> quantities =
        List.of(formula("c", "b * 2"), formula("b", "a + 1"), training("a"), training("d"));
    assertThat(Formulas.inOrder(quantities))
        .extracting(Quantity::name)
        .containsExactly("a", "b", "c", "d");
    assertThat(Formulas.complete(quantities, Map.of("a", 3.0)))
        .containsExactlyInAnyOrderEntriesOf(Map.of("a", 3.0, "b", 4.0, "c", 8.0));
    assertThat(Formulas.complete(quantities, Map.of("a", Double.NaN)))
        .containsEntry("c", Double.NaN);
  }

  @Test
  void circlesAreNamed() {
    assertThatThrownBy(
            () ->
                Formulas.inOrder(
                    List.of(formula("a", "b"), formula("b", "c"), formula("c", "a + 1"))))
        .hasMessageContaining("a → b → c → a");
  }

  private static Quantity formula(String name, String text) {
    return quantity(name, new QuantitySource.FromFormula(text));
  }

  private static Quantity training(String name) {
    return quantity(name, new QuantitySource.FromTraining("epochs"));
  }

  private static Quantity quantity(String name, QuantitySource source) {
    return new Quantity(name, name, "", false, Quantity.Role.PREDICTOR, false, source, Place.NONE);
  }
}
