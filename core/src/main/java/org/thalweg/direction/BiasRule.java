package org.thalweg.direction;

import java.util.Arrays;
import java.util.Locale;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.parameter.ParameterSlice;

/**
 * What a normalised direction does with biases and the parameters of normalisation layers, that is,
 * with every tensor whose kind is not {@link org.thalweg.parameter.ParameterKind#WEIGHT}.
 *
 * <p>Li et al. (2018) set them to zero. Directions that mean something by themselves (gradients,
 * eigenvectors, differences) need {@link #KEEP}: without their biases they are other directions.
 */
public enum BiasRule {
  /** d ← 0: biases stay where they are along the direction (the default for random directions). */
  ZERO,
  /** d is treated like a weight tensor that has a single filter. */
  KEEP,
  /**
   * d ← w, not random at all: what the tool of Li et al. does unless told to ignore biases. Both
   * axes of a plane then share these components.
   */
  COPY;

  /** The word used on the command line and in files. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The rule of this name, in lower case. */
  public static BiasRule named(String name) {
    return Arrays.stream(values())
        .filter(rule -> rule.text().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                ThalwegException.of(ErrorCode.UNKNOWN_NAME)
                    .expected("one of zero, keep, copy")
                    .found("'" + name + "'")
                    .next("choose one of these rules for biases"));
  }

  /** Overwrites a stretch that is not left to the normalisation. */
  void overwrite(ParameterSlice slice, double[] direction, double[] weights) {
    switch (this) {
      case ZERO -> Arrays.fill(direction, slice.offset(), slice.end(), 0);
      case COPY ->
          System.arraycopy(weights, slice.offset(), direction, slice.offset(), slice.length());
      case KEEP ->
          throw new IllegalStateException("KEEP leaves these tensors to the normalisation");
    }
  }
}
