package org.thalweg.app.request;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The plane of a 2-D surface. */
public sealed interface PlaneChoice {
  /** Two independent Gaussian directions, drawn from the seed. */
  record Random() implements PlaneChoice {}

  /**
   * Spanned by two Hessian eigenvectors, counted as in {@link DirectionChoice.Eigenvector}.
   *
   * @param first along α
   * @param second along β
   */
  record Eigenvectors(int first, int second) implements PlaneChoice {
    public Eigenvectors {
      Checks.require(
          first != 0 && second != 0 && first != second,
          "--plane",
          "eigen:I,J with two different numbers, 1 for the largest eigenvalue, -1 for the smallest",
          "eigen:" + first + "," + second);
    }
  }

  PlaneChoice DEFAULT = new Random();

  Pattern EIGENVECTORS = Pattern.compile("eigen:(-?[0-9]{1,6}),(-?[0-9]{1,6})");

  /** Reads {@code random} or {@code eigen:I,J}. */
  static PlaneChoice parse(String text) {
    Matcher matcher = EIGENVECTORS.matcher(text);
    if (matcher.matches()) {
      return new Eigenvectors(
          Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }
    if (text.equals("random")) {
      return new Random();
    }
    throw Checks.invalid("--plane", "random or eigen:I,J, e.g. eigen:1,2", text);
  }
}
