package org.thalweg.app.request;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The direction of a 1-D slice. */
public sealed interface DirectionChoice {
  /** Gaussian, drawn from the seed. */
  record Random() implements DirectionChoice {}

  /** Along the gradient at the model. */
  record Gradient() implements DirectionChoice {}

  /**
   * Along a Hessian eigenvector.
   *
   * @param index 1 for the largest eigenvalue, 2 for the next; −1 for the smallest
   */
  record Eigenvector(int index) implements DirectionChoice {
    public Eigenvector {
      Checks.require(
          index != 0,
          "--direction",
          "eigen:K with K = 1 for the largest eigenvalue, -1 for the smallest",
          "eigen:0");
    }
  }

  DirectionChoice DEFAULT = new Random();

  Pattern EIGENVECTOR = Pattern.compile("eigen:(-?[0-9]{1,6})");

  /** Reads {@code random}, {@code gradient} or {@code eigen:K}. */
  static DirectionChoice parse(String text) {
    Matcher matcher = EIGENVECTOR.matcher(text);
    if (matcher.matches()) {
      return new Eigenvector(Integer.parseInt(matcher.group(1)));
    }
    return switch (text) {
      case "random" -> new Random();
      case "gradient" -> new Gradient();
      default -> throw Checks.invalid("--direction", "random, gradient or eigen:K", text);
    };
  }
}
