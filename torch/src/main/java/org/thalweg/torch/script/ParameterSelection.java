package org.thalweg.torch.script;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * Which parameter tensors make up θ; the others keep the values of the file.
 *
 * @param patterns names in which {@code *} stands for any characters and {@code ?} for one; a
 *     pattern that begins with {@code !} takes away; when all do, they take away from everything
 */
public record ParameterSelection(List<String> patterns) {
  public ParameterSelection {
    patterns = List.copyOf(patterns);
  }

  /** Every parameter. */
  public static ParameterSelection all() {
    return new ParameterSelection(List.of());
  }

  /** Patterns with commas between, e.g. {@code layer4.*,fc.*,!*.bias}. */
  public static ParameterSelection parse(String text) {
    List<String> patterns = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    if (patterns.stream().anyMatch(pattern -> pattern.isEmpty() || pattern.equals("!"))) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("names of parameters with * for any characters, e.g. layer4.*,fc.*")
          .found("'" + text + "'")
          .next("leave the option out for all parameters");
    }
    return new ParameterSelection(patterns);
  }

  /** Whether a tensor of this name belongs to θ. */
  public boolean selects(String name) {
    boolean selected = patterns.stream().allMatch(pattern -> pattern.startsWith("!"));
    for (String pattern : patterns) {
      boolean removes = pattern.startsWith("!");
      if (matches(removes ? pattern.substring(1) : pattern, name)) {
        selected = !removes;
      }
    }
    return selected;
  }

  private static boolean matches(String pattern, String name) {
    StringBuilder expression = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      switch (c) {
        case '*' -> expression.append(".*");
        case '?' -> expression.append('.');
        default -> expression.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.matches(expression.toString(), name);
  }
}
