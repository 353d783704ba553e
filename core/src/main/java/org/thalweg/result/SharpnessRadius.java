package org.thalweg.result;

/**
 * How large a neighbourhood is.
 *
 * @param value the radius; NaN for a measure without one
 * @param unit which quantity is that large, e.g. {@code "‖δ‖₂"}; empty without one
 */
public record SharpnessRadius(double value, String unit) {
  public static final SharpnessRadius NONE = new SharpnessRadius(Double.NaN, "");
}
