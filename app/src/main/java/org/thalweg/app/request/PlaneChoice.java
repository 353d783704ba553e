package org.thalweg.app.request;

import java.util.Arrays;
import java.util.List;
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

  /**
   * Spanned by two principal components of the snapshots, counted as in {@link
   * DirectionChoice.PrincipalComponent}.
   *
   * @param first along α
   * @param second along β
   */
  record PrincipalComponents(int first, int second) implements PlaneChoice {
    public PrincipalComponents {
      Checks.require(
          first > 0 && second > 0 && first != second,
          "--plane",
          "pca:I,J with two different numbers, 1 for the strongest principal component",
          "pca:" + first + "," + second);
    }
  }

  /**
   * Spanned by two directions of any kind.
   *
   * @param first along α
   * @param second along β
   */
  record Spanned(DirectionChoice first, DirectionChoice second) implements PlaneChoice {
    public Spanned {
      boolean random =
          first instanceof DirectionChoice.Random && second instanceof DirectionChoice.Random;
      Checks.require(
          random || !first.equals(second),
          "--plane",
          "two different directions, e.g. gradient,random",
          first + "," + second);
    }
  }

  /**
   * Through the model and two others of the same network.
   *
   * @param second run folder or snapshot, at (1, 0)
   * @param third run folder or snapshot
   */
  record Through(String second, String third) implements PlaneChoice {}

  PlaneChoice DEFAULT = new Random();

  Pattern EIGENVECTORS = Pattern.compile("eigen:(-?[0-9]{1,6}),(-?[0-9]{1,6})");

  Pattern PRINCIPAL_COMPONENTS = Pattern.compile("pca:([0-9]{1,6}),([0-9]{1,6})");

  String THROUGH = "through:";

  /**
   * Reads {@code random}, {@code eigen:I,J}, {@code pca:I,J}, {@code through:MODEL,MODEL} or two
   * directions with a comma between them, e.g. {@code gradient,random}.
   */
  static PlaneChoice parse(String text) {
    Matcher matcher = EIGENVECTORS.matcher(text);
    if (matcher.matches()) {
      return new Eigenvectors(
          Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }
    Matcher components = PRINCIPAL_COMPONENTS.matcher(text);
    if (components.matches()) {
      return new PrincipalComponents(
          Integer.parseInt(components.group(1)), Integer.parseInt(components.group(2)));
    }
    if (text.equals("random")) {
      return new Random();
    }
    List<String> parts =
        Arrays.asList(
            (text.startsWith(THROUGH) ? text.substring(THROUGH.length()) : text).split(",", -1));
    if (parts.size() != 2 || parts.stream().anyMatch(String::isBlank)) {
      throw Checks.invalid(
          "--plane",
          "random, eigen:I,J, pca:I,J, through:MODEL,MODEL or two directions such as gradient,random",
          text);
    }
    return text.startsWith(THROUGH)
        ? new Through(parts.get(0), parts.get(1))
        : new Spanned(
            DirectionChoice.parse("--plane", parts.get(0)),
            DirectionChoice.parse("--plane", parts.get(1)));
  }
}
