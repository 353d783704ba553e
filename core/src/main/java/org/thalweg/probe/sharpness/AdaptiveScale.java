package org.thalweg.probe.sharpness;

/** The scale c by which the size of a perturbation is measured: ‖δ/c‖. */
public enum AdaptiveScale {
  /** cᵢ = 1: not adaptive. */
  PLAIN,
  /** cᵢ = |θᵢ|: a parameter that is 0 stays 0. */
  ELEMENTWISE,
  /**
   * cᵢ = ‖f‖₂ of the filter f of parameter i (a slice along dimension 0 of a weight tensor), and
   * |θᵢ| for biases and normalisation.
   */
  FILTERWISE;

  ScaledCoordinates at(SharpnessPoint point) {
    return switch (this) {
      case PLAIN -> ScaledCoordinates.plain(point.theta());
      case ELEMENTWISE -> ScaledCoordinates.magnitudes(point.theta(), 0);
      case FILTERWISE -> ScaledCoordinates.filterNorms(point.theta(), point.objective().layout());
    };
  }

  /** "‖δ‖₂" or "‖δ/|θ|‖₂". */
  String ball() {
    return switch (this) {
      case PLAIN -> "‖δ‖₂";
      case ELEMENTWISE -> "‖δ/|θ|‖₂";
      case FILTERWISE -> "‖δ/‖f‖‖₂";
    };
  }

  /** "max |δᵢ|" or "max |δᵢ/θᵢ|". */
  String box() {
    return switch (this) {
      case PLAIN -> "max |δᵢ|";
      case ELEMENTWISE -> "max |δᵢ/θᵢ|";
      case FILTERWISE -> "max |δᵢ|/‖f‖";
    };
  }

  /** The word in front of the name of a measure. */
  String prefix() {
    return switch (this) {
      case PLAIN -> "";
      case ELEMENTWISE -> "adaptive-";
      case FILTERWISE -> "filter-adaptive-";
    };
  }
}
