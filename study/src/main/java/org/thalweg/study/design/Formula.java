package org.thalweg.study.design;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.functions.basic.AbsFunction;
import com.ezylang.evalex.functions.basic.Log10Function;
import com.ezylang.evalex.functions.basic.LogFunction;
import com.ezylang.evalex.functions.basic.MaxFunction;
import com.ezylang.evalex.functions.basic.MinFunction;
import com.ezylang.evalex.functions.basic.SqrtFunction;
import com.ezylang.evalex.operators.OperatorIfc;
import com.ezylang.evalex.operators.arithmetic.InfixDivisionOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMultiplicationOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPlusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPowerOfOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixPlusOperator;
import com.ezylang.evalex.parser.ParseException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * Arithmetic over quantities: {@code + - * / ^}, parentheses, {@code abs min max sqrt log log10}
 * ({@code log} is natural). Computed in decimal arithmetic of 34 digits, then rounded to a double.
 *
 * <p>NaN if a quantity it needs is missing or not finite, or if there is no value: division by
 * zero, the root or logarithm of what has none, overflow.
 */
public final class Formula {
  @SuppressWarnings("unchecked")
  private static final ExpressionConfiguration ARITHMETIC =
      ExpressionConfiguration.builder()
          .operatorDictionary(
              MapBasedOperatorDictionary.ofOperators(
                  Map.entry("+", new PrefixPlusOperator()),
                  Map.entry("-", new PrefixMinusOperator()),
                  Map.entry("+", new InfixPlusOperator()),
                  Map.entry("-", new InfixMinusOperator()),
                  Map.entry("*", new InfixMultiplicationOperator()),
                  Map.entry("/", new InfixDivisionOperator()),
                  Map.entry("^", new InfixPowerOfOperator())))
          .functionDictionary(
              MapBasedFunctionDictionary.ofFunctions(
                  Map.entry("ABS", new AbsFunction()),
                  Map.entry("MIN", new MinFunction()),
                  Map.entry("MAX", new MaxFunction()),
                  Map.entry("SQRT", new SqrtFunction()),
                  Map.entry("LOG", new LogFunction()),
                  Map.entry("LOG10", new Log10Function())))
          .mathContext(MathContext.DECIMAL128)
          .defaultConstants(Map.of())
          .arraysAllowed(false)
          .structuresAllowed(false)
          .implicitMultiplicationAllowed(false)
          .powerOfPrecedence(OperatorIfc.OPERATOR_PRECEDENCE_POWER_HIGHER) // −a² is −(a²)
          .maxRecursionDepth(100)
          .zoneId(ZoneOffset.UTC)
          .locale(Locale.ROOT)
          .build();

  private final String text;
  private final Set<String> names;

  private Formula(String text, Set<String> names) {
    this.text = text;
    this.names = names;
  }

  /**
   * Reads a formula.
   *
   * @param place where it stands, for the message
   * @throws ThalwegException {@code STUDY_FILE} if it is not one
   */
  public static Formula parse(String text, Place place) {
    try {
      Expression expression = new Expression(text, ARITHMETIC);
      expression.validate();
      if (text.contains("\"")) {
        throw new ParseException(1, text.length(), text, "texts have no place in a formula");
      }
      return new Formula(text, Set.copyOf(expression.getUsedVariables()));
    } catch (ParseException e) {
      throw ThalwegException.of(ErrorCode.STUDY_FILE)
          .expected("formula: arithmetic over quantities, e.g. test_loss - train_loss")
          .found("%s: '%s': %s".formatted(place, text, e.getMessage()))
          .because(e)
          .next("use + - * / ^ ( ) abs min max sqrt log log10, numbers and names of quantities");
    }
  }

  /** The quantities it needs, in alphabetical order. */
  public Set<String> names() {
    return new TreeSet<>(names);
  }

  /** Its value for these quantities. */
  public double evaluate(Map<String, Double> values) {
    Expression expression = new Expression(text, ARITHMETIC);
    for (String name : names) {
      Double value = values.get(name);
      if (value == null || !Double.isFinite(value)) {
        return Double.NaN;
      }
      expression.with(name, new BigDecimal(value));
    }
    try {
      double result = expression.evaluate().getNumberValue().doubleValue();
      return Double.isFinite(result) ? result : Double.NaN;
    } catch (EvaluationException | ParseException | ArithmeticException e) {
      return Double.NaN;
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
