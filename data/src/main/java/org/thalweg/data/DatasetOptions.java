package org.thalweg.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * The part of a data set's name behind the colon, {@code option=value,option=value}, completed with
 * the defaults.
 */
final class DatasetOptions {
  private final DatasetDescriptor descriptor;
  private final Map<String, String> values = new LinkedHashMap<>();

  /**
   * @param text behind the colon; empty for defaults
   */
  DatasetOptions(DatasetDescriptor descriptor, String text) {
    this.descriptor = descriptor;
    descriptor.options().forEach(option -> values.put(option.name(), option.value()));
    Map<String, String> given = new LinkedHashMap<>();
    for (String part : text.isEmpty() ? List.<String>of() : List.of(text.split(",", -1))) {
      int equals = part.indexOf('=');
      String name = part.substring(0, Math.max(equals, 0)).strip();
      if (!values.containsKey(name)) {
        throw invalid(usage(), "'" + part + "'");
      }
      if (given.put(name, part.substring(equals + 1).strip()) != null) {
        throw invalid(name + " once", "it is given twice in '" + text + "'");
      }
    }
    values.putAll(given);
  }

  private String usage() {
    if (descriptor.options().isEmpty()) {
      return "'" + descriptor.name() + "' without options";
    }
    List<String> options =
        descriptor.options().stream().map(o -> o.name() + "=" + o.value()).toList();
    return "options such as " + descriptor.name() + ":" + String.join(",", options);
  }

  private ThalwegException invalid(String expected, String found) {
    return ThalwegException.of(ErrorCode.INVALID_OPTION)
        .expected(expected)
        .found(found)
        .next("see what '" + descriptor.name() + "' offers with: thalweg data list");
  }

  /** A whole number from {@code least} to {@code most}. */
  long integer(String name, long least, long most) {
    String text = text(name);
    long value;
    try {
      value = Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw invalid(name + " to be a whole number", "'" + text + "'");
    }
    if (value < least || value > most) {
      throw invalid("%s from %d to %d".formatted(name, least, most), text);
    }
    values.put(name, Long.toString(value));
    return value;
  }

  /** A finite number that is not negative. */
  double notNegative(String name) {
    String text = text(name);
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw invalid(name + " to be a number", "'" + text + "'");
    }
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw invalid(name + " to be finite and not negative", text);
    }
    // -0.0 is no other noise than 0.0
    values.put(name, Double.toString(value + 0.0));
    return value;
  }

  private String text(String name) {
    return Objects.requireNonNull(values.get(name));
  }

  /** The name with every option in force, the same for every way to write it. */
  String fullName() {
    List<String> options =
        values.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList();
    return options.isEmpty()
        ? descriptor.name()
        : descriptor.name() + ":" + String.join(",", options);
  }
}
