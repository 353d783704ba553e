package org.thalweg.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.thalweg.data.DatasetDescriptor.Option;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * The part of a data set's name behind the colon, {@code FILE,option=value,option=value}, completed
 * with the defaults.
 *
 * <p>What stands before the first {@code ,word=} is files; so a file's name may hold a comma where
 * one file is asked for.
 */
final class DatasetOptions {
  private static final String OPTION_START = ",(?=\\s*[a-z][a-z-]*\\s*=)";

  private final DatasetDescriptor descriptor;
  private final List<String> files;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Set<String> given = new LinkedHashSet<>();

  /**
   * @param text behind the colon; empty for defaults
   */
  DatasetOptions(DatasetSource source, String text) {
    this.descriptor = source.descriptor();
    for (Option option : descriptor.options()) {
      values.put(option.name(), option.value());
    }
    Scaling.OPTIONS.forEach(option -> values.put(option.name(), option.value()));
    List<String> parts = new ArrayList<>(List.of(text.split(OPTION_START, -1)));
    this.files = source.files() == 0 ? List.of() : files(source.files(), parts.remove(0));
    if (!(source.files() == 0 && text.isEmpty())) {
      parts.forEach(part -> give(part, text));
    }
  }

  private List<String> files(int count, String text) {
    List<String> names =
        count == 1
            ? List.of(text.strip())
            : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    if (names.size() != count || names.contains("")) {
      throw invalid(descriptor.usage(), "'" + text + "'");
    }
    return names;
  }

  private void give(String part, String text) {
    int equals = part.indexOf('=');
    String name = part.substring(0, Math.max(equals, 0)).strip();
    if (!values.containsKey(name)) {
      throw invalid(usage(), "'" + part + "'");
    }
    if (!given.add(name)) {
      throw invalid(name + " once", "it is given twice in '" + text + "'");
    }
    values.put(name, part.substring(equals + 1).strip());
  }

  private String usage() {
    List<String> options = values.keySet().stream().map(name -> name + "=" + text(name)).toList();
    return "options such as " + descriptor.name() + ":" + String.join(",", options);
  }

  ThalwegException invalid(String expected, String found) {
    return ThalwegException.of(ErrorCode.INVALID_OPTION)
        .expected(expected)
        .found(found)
        .next("see what '" + descriptor.name() + "' offers with: thalweg data list");
  }

  /** The files named before the options, as many as the source asks for. */
  String file(int index) {
    return files.get(index);
  }

  /** Whether the user wrote this option. */
  boolean given(String name) {
    return given.contains(name);
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

  /** One of some words. */
  String choice(String name, String... words) {
    String text = text(name);
    if (!List.of(words).contains(text)) {
      throw invalid(name + " to be one of " + String.join(", ", words), "'" + text + "'");
    }
    return text;
  }

  String text(String name) {
    return Objects.requireNonNull(values.get(name), name);
  }

  /** Replaces a value that was left to the data by what they decided. */
  void decided(String name, String value) {
    values.put(name, value);
  }

  /** Takes options out of the name that decide nothing here; having given one is an error. */
  void inapplicable(String because, String... names) {
    for (String name : names) {
      if (given.contains(name)) {
        throw ThalwegException.of(ErrorCode.CONFLICTING_OPTIONS)
            .expected(descriptor.name() + " without " + name + ": " + because)
            .found(name + "=" + text(name))
            .next("leave " + name + " out");
      }
      values.remove(name);
    }
  }

  /** The name with every option in force, the same for every way to write it. */
  String fullName() {
    List<String> parts = new ArrayList<>(files);
    values.forEach(
        (name, value) -> {
          @Nullable String off = Scaling.OFF.get(name);
          if (!value.isEmpty() && !value.equals(off)) {
            parts.add(name + "=" + value);
          }
        });
    return parts.isEmpty() ? descriptor.name() : descriptor.name() + ":" + String.join(",", parts);
  }
}
