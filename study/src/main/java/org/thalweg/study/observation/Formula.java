package org.thalweg.study.observation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * Arithmetic over quantities, e.g. {@code 0.3*lambda_init + 0.5*sharpness_init + 0.2/entropy_init}:
 * numbers, names, {@code + - * / ^}, parentheses and the functions {@code abs, exp, log, log10,
 * sqrt, min, max}. A missing quantity (NaN) makes the whole NaN.
 *
 * <p>Powers bind to the right and before signs: {@code -2^2} is −4, {@code 2^3^2} is 512.
 *
 * <p>Errors: {@code INVALID_OPTION} for what is no formula.
 */
public final class Formula {
  private static final Set<String> ONE = Set.of("abs", "exp", "log", "log10", "sqrt");
  private static final Set<String> TWO = Set.of("min", "max");

  private final String text;
  private final Set<String> names = new LinkedHashSet<>();
  private final ToDoubleFunction<Map<String, Double>> value;
  private int at;

  private Formula(String text) {
    this.text = text;
    this.value = sum();
    if (peek() != 0) {
      throw invalid("an operator or the end");
    }
  }

  public static Formula parse(String text) {
    return new Formula(text);
  }

  /** The quantities that it needs, in the order of their first appearance. */
  public Set<String> names() {
    return java.util.Collections.unmodifiableSet(names);
  }

  /** Its value; a quantity that is not there counts as NaN. */
  public double evaluate(Map<String, Double> quantities) {
    return value.applyAsDouble(quantities);
  }

  @Override
  public String toString() {
    return text;
  }

  private ToDoubleFunction<Map<String, Double>> sum() {
    ToDoubleFunction<Map<String, Double>> left = product();
    while (peek() == '+' || peek() == '-') {
      boolean plus = next() == '+';
      ToDoubleFunction<Map<String, Double>> first = left;
      ToDoubleFunction<Map<String, Double>> second = product();
      left =
          plus
              ? given -> first.applyAsDouble(given) + second.applyAsDouble(given)
              : given -> first.applyAsDouble(given) - second.applyAsDouble(given);
    }
    return left;
  }

  private ToDoubleFunction<Map<String, Double>> product() {
    ToDoubleFunction<Map<String, Double>> left = signed();
    while (peek() == '*' || peek() == '/') {
      boolean times = next() == '*';
      ToDoubleFunction<Map<String, Double>> first = left;
      ToDoubleFunction<Map<String, Double>> second = signed();
      left =
          times
              ? given -> first.applyAsDouble(given) * second.applyAsDouble(given)
              : given -> first.applyAsDouble(given) / second.applyAsDouble(given);
    }
    return left;
  }

  private ToDoubleFunction<Map<String, Double>> signed() {
    if (peek() == '-') {
      next();
      ToDoubleFunction<Map<String, Double>> of = signed();
      return given -> -of.applyAsDouble(given);
    }
    return power();
  }

  private ToDoubleFunction<Map<String, Double>> power() {
    ToDoubleFunction<Map<String, Double>> base = atom();
    if (peek() != '^') {
      return base;
    }
    next();
    ToDoubleFunction<Map<String, Double>> exponent = signed();
    return given -> Math.pow(base.applyAsDouble(given), exponent.applyAsDouble(given));
  }

  private ToDoubleFunction<Map<String, Double>> atom() {
    char first = peek();
    if (first == '(') {
      next();
      ToDoubleFunction<Map<String, Double>> inner = sum();
      expect(')');
      return inner;
    } else if (Character.isDigit(first) || first == '.') {
      return number();
    } else if (Character.isLetter(first) || first == '_') {
      return named();
    }
    throw invalid("a number, a quantity, a sign or '('");
  }

  private ToDoubleFunction<Map<String, Double>> number() {
    int start = at;
    while (at < text.length() && isPartOfNumber(start)) {
      at++;
    }
    try {
      double constant = Double.parseDouble(text.substring(start, at));
      return given -> constant;
    } catch (NumberFormatException e) {
      at = start;
      throw invalid("a number");
    }
  }

  private boolean isPartOfNumber(int start) {
    char c = text.charAt(at);
    boolean sign = (c == '-' || c == '+') && at > start && "eE".indexOf(text.charAt(at - 1)) >= 0;
    return Character.isDigit(c) || c == '.' || c == 'e' || c == 'E' || sign;
  }

  private ToDoubleFunction<Map<String, Double>> named() {
    int start = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
      at++;
    }
    String name = text.substring(start, at);
    if (peek() == '(' && (ONE.contains(name) || TWO.contains(name))) {
      return function(name);
    }
    names.add(name);
    return given -> given.getOrDefault(name, Double.NaN);
  }

  private ToDoubleFunction<Map<String, Double>> function(String name) {
    List<ToDoubleFunction<Map<String, Double>>> arguments = new ArrayList<>();
    do {
      next();
      arguments.add(sum());
    } while (TWO.contains(name) && arguments.size() < 2 && peek() == ',');
    if (TWO.contains(name) && arguments.size() < 2) {
      throw invalid("a comma and a second argument of " + name);
    }
    expect(')');
    ToDoubleFunction<Map<String, Double>> a = arguments.get(0);
    return switch (name) {
      case "abs" -> given -> Math.abs(a.applyAsDouble(given));
      case "exp" -> given -> Math.exp(a.applyAsDouble(given));
      case "log" -> given -> Math.log(a.applyAsDouble(given));
      case "log10" -> given -> Math.log10(a.applyAsDouble(given));
      case "sqrt" -> given -> Math.sqrt(a.applyAsDouble(given));
      case "min" ->
          given -> Math.min(a.applyAsDouble(given), arguments.get(1).applyAsDouble(given));
      default -> given -> Math.max(a.applyAsDouble(given), arguments.get(1).applyAsDouble(given));
    };
  }

  /** The next character that is no space; 0 at the end. */
  private char peek() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private char next() {
    char c = peek();
    at++;
    return c;
  }

  private void expect(char wanted) {
    if (peek() != wanted) {
      throw invalid("'" + wanted + "'");
    }
    at++;
  }

  private ThalwegException invalid(String expected) {
    String rest = at < text.length() ? "'" + text.substring(at) + "'" : "the end";
    return ThalwegException.of(ErrorCode.INVALID_OPTION)
        .expected("%s at character %d of the formula '%s'".formatted(expected, at + 1, text))
        .found(rest)
        .next("correct the formula, e.g. test_loss - train_loss");
  }
}
