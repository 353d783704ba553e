package org.thalweg.torch.network;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** The nonlinearity φ of a network, applied to each number on its own. */
public enum Activation {
  /** max(0, x); its second derivative is taken as zero everywhere. */
  RELU(true, true),
  /** tanh x. */
  TANH(true, false),
  /** x·Φ(x) with the exact normal distribution function Φ (Hendrycks and Gimpel 2016). */
  GELU(false, false);

  private final boolean monotone;
  private final boolean homogeneous;

  Activation(boolean monotone, boolean homogeneous) {
    this.monotone = monotone;
    this.homogeneous = homogeneous;
  }

  /** The name on the command line and in files. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether max φ(xᵢ) = φ(max xᵢ), so that pooling may come first. */
  boolean monotone() {
    return monotone;
  }

  /** Whether φ(cx) = cφ(x) for every c > 0, so that units may be rescaled. */
  public boolean positivelyHomogeneous() {
    return homogeneous;
  }

  /**
   * The activation of this name.
   *
   * @throws ThalwegException {@code UNKNOWN_NETWORK} when there is none
   */
  public static Activation parse(String text) {
    return Arrays.stream(values())
        .filter(activation -> activation.text().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                ThalwegException.of(ErrorCode.UNKNOWN_NETWORK)
                    .expected("an activation: " + names())
                    .found("'" + text + "'")
                    .next("choose one of them, e.g. relu"));
  }

  private static String names() {
    return Arrays.stream(values()).map(Activation::text).collect(Collectors.joining(", "));
  }
}
