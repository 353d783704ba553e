package org.thalweg.app.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * The options of a probe plan, read one by one with their types; what nobody read is unknown.
 *
 * <p>Errors: {@code INVALID_OPTION} for a value of the wrong kind, {@code UNKNOWN_NAME} for an
 * option that the probe does not have.
 */
final class PlannedOptions {
  private final String probe;
  private final Map<String, Object> values;
  private final Set<String> known = new TreeSet<>();

  PlannedOptions(String probe, Map<String, Object> values) {
    this.probe = probe;
    this.values = values;
  }

  boolean has(String name) {
    return value(name) != null;
  }

  int integer(String name, int otherwise) {
    return integer(name).orElse(otherwise);
  }

  OptionalInt integer(String name) {
    long value = whole(name, Long.MIN_VALUE);
    if (value == Long.MIN_VALUE) {
      return OptionalInt.empty();
    }
    if (value != (int) value) {
      throw invalid(name, "a whole number below 2147483648");
    }
    return OptionalInt.of((int) value);
  }

  /** A whole number of any size, e.g. a seed. */
  long whole(String name, long otherwise) {
    Object value = value(name);
    if (value == null) {
      return otherwise;
    }
    try {
      double number = Double.parseDouble(value.toString());
      if (number == Math.rint(number)) {
        return value instanceof Number exact ? exact.longValue() : (long) number;
      }
    } catch (NumberFormatException e) {
      throw invalid(name, "a whole number");
    }
    throw invalid(name, "a whole number");
  }

  double number(String name, double otherwise) {
    return number(name).orElse(otherwise);
  }

  OptionalDouble number(String name) {
    Object value = value(name);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(number(name, value));
  }

  private double number(String name, Object value) {
    try {
      return Double.parseDouble(value.toString());
    } catch (NumberFormatException e) {
      throw invalid(name, "a number");
    }
  }

  String text(String name, String otherwise) {
    Object value = value(name);
    if (value instanceof List<?>) {
      throw invalid(name, "a single value");
    }
    return value == null ? otherwise : value.toString();
  }

  boolean flag(String name, boolean otherwise) {
    Object value = value(name);
    if (value == null) {
      return otherwise;
    }
    return switch (value.toString()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw invalid(name, "true or false");
    };
  }

  /** Several texts: a list, or one text with commas. */
  List<String> texts(String name, List<String> otherwise) {
    Object value = value(name);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    return List.of(value.toString().split("\\s*,\\s*"));
  }

  List<Double> numbers(String name, List<Double> otherwise) {
    Object value = value(name);
    if (value == null) {
      return otherwise;
    }
    List<Double> numbers = new ArrayList<>();
    for (String text : texts(name, List.of())) {
      numbers.add(number(name, text));
    }
    return numbers;
  }

  /** One of the constants of an enum, by its name in lower case. */
  <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
    Object value = value(name);
    if (value == null) {
      return otherwise;
    }
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(value.toString())) {
        return constant;
      }
    }
    List<String> names = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      names.add(constant.name().toLowerCase(Locale.ROOT));
    }
    throw invalid(name, "one of " + String.join(", ", names));
  }

  /** Says no to the first option that nobody asked for. */
  void requireAllKnown() {
    for (String name : values.keySet()) {
      if (!known.contains(name)) {
        throw ThalwegException.of(ErrorCode.UNKNOWN_NAME)
            .expected(
                "--%s to be an option of %s: %s".formatted(name, probe, String.join(", ", known)))
            .found("'" + name + "'")
            .next("correct the name; thalweg %s --help explains each".formatted(probe));
      }
    }
  }

  /** A refusal of this option's value. */
  ThalwegException invalid(String name, String expected) {
    return ThalwegException.of(ErrorCode.INVALID_OPTION)
        .expected("--%s %s".formatted(name, expected))
        .found("'%s'".formatted(values.get(name)))
        .next("correct --%s and try again".formatted(name));
  }

  private @Nullable Object value(String name) {
    known.add(name);
    return values.get(name);
  }
}
