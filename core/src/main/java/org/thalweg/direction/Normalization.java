package org.thalweg.direction;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * How a direction is scaled, so that a step of 1 means the same in networks whose weights have
 * different scales. Here d is the direction and w the weights, tensor by tensor; ε = 1e-10.
 *
 * <p>Source: Li, Xu, Taylor, Studer, Goldstein, "Visualizing the Loss Landscape of Neural Nets"
 * (2018), with the conventions of the authors' tool; the one difference is that ε also guards LAYER
 * and DLAYER. Which tensors count as weights is decided by {@link
 * org.thalweg.parameter.ParameterKind}; the others follow a {@link BiasRule}.
 *
 * <p>Misleads: ε is absolute, so a direction whose filters have norms near 1e-10 (the gradient at a
 * well converged point) comes out too short under FILTER and LAYER.
 */
public enum Normalization {
  /** Each slice along dimension 0: d ← d·‖w‖/(‖d‖ + ε). A slice of zero weights gets zero. */
  FILTER,
  /** Each tensor as a whole: d ← d·‖w‖/(‖d‖ + ε). */
  LAYER,
  /** Each component: d ← d·w, a product with sign and not a norm. */
  WEIGHT,
  /** Each slice along dimension 0 to length 1: d ← d/(‖d‖ + ε), whatever the weights. */
  DFILTER,
  /** Each tensor to length 1: d ← d/(‖d‖ + ε), whatever the weights. */
  DLAYER,
  /** The whole direction: d ← d/‖d‖, after the bias rule; a zero direction stays zero. */
  UNIT,
  /** Left as it is. */
  NONE;

  /** The word used on the command line and in files. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The normalisation of this name, in lower case. */
  public static Normalization named(String name) {
    return Arrays.stream(values())
        .filter(normalization -> normalization.text().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                ThalwegException.of(ErrorCode.UNKNOWN_NAME)
                    .expected(
                        Arrays.stream(values())
                            .map(Normalization::text)
                            .collect(Collectors.joining(", ", "one of ", "")))
                    .found("'" + name + "'")
                    .next("choose one of these normalisations"));
  }

  NormalizationRule rule() {
    return switch (this) {
      case FILTER -> new FilterRule();
      case LAYER -> new LayerRule();
      case WEIGHT -> new WeightRule();
      case DFILTER -> new UnitFilterRule();
      case DLAYER -> new UnitLayerRule();
      case UNIT -> new UnitRule();
      case NONE -> new UnchangedRule();
    };
  }
}
