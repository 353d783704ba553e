package org.thalweg.torch.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.torch.network.InputForm;

/**
 * An argument of a network.
 *
 * @param shape of one sample; absent for the shape of the data's features, which only a single
 *     argument can have
 */
public record ScriptInput(InputForm.Kind kind, Optional<List<Integer>> shape) {
  private static final String EXAMPLE = "float, int, int:16 or int:16,float:3x32x32";

  public ScriptInput {
    shape = shape.map(List::copyOf);
  }

  /** An argument of this kind with the shape of the features. */
  public static ScriptInput of(InputForm.Kind kind) {
    return new ScriptInput(kind, Optional.empty());
  }

  /** Arguments with commas between, each {@code float}, {@code int} or {@code bool} and a shape. */
  public static List<ScriptInput> parse(String text) {
    return Arrays.stream(text.split(",", -1)).map(part -> one(part.strip(), text)).toList();
  }

  static List<InputForm> forms(List<ScriptInput> inputs, List<Integer> featureShape) {
    if (inputs.isEmpty()) {
      return List.of(InputForm.real(featureShape));
    }
    List<InputForm> forms = new ArrayList<>();
    for (ScriptInput input : inputs) {
      if (input.shape.isEmpty() && inputs.size() > 1) {
        throw invalid(
            "a shape for each of several arguments", "an argument without shape", "write shapes");
      }
      forms.add(new InputForm(input.shape.orElse(featureShape), input.kind, false));
    }
    return forms;
  }

  private static ScriptInput one(String part, String text) {
    int colon = part.indexOf(':');
    String kind = colon < 0 ? part : part.substring(0, colon);
    InputForm.Kind known =
        switch (kind) {
          case "float" -> InputForm.Kind.REAL;
          case "int" -> InputForm.Kind.INTEGER;
          case "bool" -> InputForm.Kind.BOOLEAN;
          default -> throw invalid("float, int or bool", "'" + text + "'", "write");
        };
    return new ScriptInput(
        known, colon < 0 ? Optional.empty() : Optional.of(shape(part.substring(colon + 1), text)));
  }

  private static List<Integer> shape(String shape, String text) {
    List<Integer> lengths = new ArrayList<>();
    for (String length : shape.split("x", -1)) {
      if (!length.matches("[1-9]\\d{0,8}")) {
        throw invalid("lengths with x between, e.g. 3x32x32", "'" + text + "'", "write");
      }
      lengths.add(Integer.valueOf(length));
    }
    return lengths;
  }

  private static ThalwegException invalid(String expected, String found, String next) {
    return ThalwegException.of(ErrorCode.INVALID_OPTION)
        .expected(expected)
        .found(found)
        .next(next + ", e.g. " + EXAMPLE);
  }
}
