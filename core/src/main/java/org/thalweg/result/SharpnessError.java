package org.thalweg.result;

/**
 * How far a measure of sharpness may be off, in its own unit.
 *
 * @param standardError because perturbations were drawn at random; NaN where nothing can be said
 * @param kind how it was estimated; empty where there is none
 * @param dataStandardError because the data are a sample; NaN where the objective does not know its
 *     samples
 */
public record SharpnessError(double standardError, String kind, double dataStandardError) {
  /** Nothing can be said. */
  public static final SharpnessError NONE = new SharpnessError(Double.NaN, "", Double.NaN);

  /** Of a mean over independent draws. */
  public static SharpnessError overDraws(double standardError) {
    return new SharpnessError(standardError, "standard error over draws", Double.NaN);
  }

  public SharpnessError withData(double error) {
    return new SharpnessError(standardError, kind, error);
  }
}
