package org.thalweg.app.request;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The direction of a 1-D slice, or one of the two of a plane. */
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

  /**
   * Along a principal component of the snapshots of the training.
   *
   * @param rank 1 for the one along which the snapshots vary most
   */
  record PrincipalComponent(int rank) implements DirectionChoice {
    public PrincipalComponent {
      Checks.require(
          rank > 0,
          "--direction",
          "pca:K with K = 1 for the strongest principal component",
          "pca:" + rank);
    }
  }

  /**
   * Towards another model of the same network: α = 1 is that model.
   *
   * @param model run folder or snapshot
   */
  record Towards(String model) implements DirectionChoice {}

  DirectionChoice DEFAULT = new Random();

  Pattern EIGENVECTOR = Pattern.compile("eigen:(-?[0-9]{1,6})");

  Pattern PRINCIPAL_COMPONENT = Pattern.compile("pca:([0-9]{1,6})");

  String TOWARDS = "to:";

  /** Reads {@code random}, {@code gradient}, {@code eigen:K}, {@code pca:K} or {@code to:MODEL}. */
  static DirectionChoice parse(String text) {
    return parse("--direction", text);
  }

  /** The same for an option of another name. */
  static DirectionChoice parse(String option, String text) {
    Matcher matcher = EIGENVECTOR.matcher(text);
    if (matcher.matches()) {
      return new Eigenvector(Integer.parseInt(matcher.group(1)));
    }
    Matcher component = PRINCIPAL_COMPONENT.matcher(text);
    if (component.matches()) {
      return new PrincipalComponent(Integer.parseInt(component.group(1)));
    }
    if (text.startsWith(TOWARDS) && text.length() > TOWARDS.length()) {
      return new Towards(text.substring(TOWARDS.length()));
    }
    return switch (text) {
      case "random" -> new Random();
      case "gradient" -> new Gradient();
      default -> throw Checks.invalid(option, "random, gradient, eigen:K, pca:K or to:MODEL", text);
    };
  }
}
