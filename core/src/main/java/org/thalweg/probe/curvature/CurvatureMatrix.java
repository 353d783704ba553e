package org.thalweg.probe.curvature;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.SampledObjective;
import org.thalweg.objective.TwiceDifferentiableObjective;

/** Which matrix stands for the curvature of the loss. */
public enum CurvatureMatrix {
  /** H = ∇²L. */
  HESSIAN("hessian"),
  /** G: the Hessian without the curvature of the model itself; see {@link SampledObjective}. */
  GAUSS_NEWTON("ggn"),
  /** F: the second moment of gradients at answers that the model itself gives. */
  FISHER("fisher"),
  /** F̂: the second moment of the gradients of single samples. */
  EMPIRICAL_FISHER("empirical-fisher");

  private final String text;

  CurvatureMatrix(String text) {
    this.text = text;
  }

  /** The name in files and on the command line. */
  public String text() {
    return text;
  }

  /**
   * The matrix of this name.
   *
   * @throws ThalwegException {@code UNKNOWN_NAME} if there is none
   */
  public static CurvatureMatrix named(String name) {
    return Arrays.stream(values())
        .filter(matrix -> matrix.text.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                ThalwegException.of(ErrorCode.UNKNOWN_NAME)
                    .expected(
                        Arrays.stream(values())
                            .map(CurvatureMatrix::text)
                            .collect(Collectors.joining(", ", "one of ", "")))
                    .found("'" + name + "'")
                    .next("choose one of these matrices"));
  }

  /**
   * The matrix at a copy of θ; closed by the caller.
   *
   * @throws ThalwegException {@code NOT_APPLICABLE} if the loss is not known sample by sample,
   *     which all but the Hessian need
   */
  public LinearOperator at(TwiceDifferentiableObjective objective, Vector theta) {
    if (this == HESSIAN) {
      return objective.hessian(theta);
    }
    if (objective instanceof SampledObjective sampled) {
      return switch (this) {
        case GAUSS_NEWTON -> sampled.gaussNewton(theta);
        case FISHER -> sampled.fisher(theta);
        case EMPIRICAL_FISHER -> sampled.empiricalFisher(theta);
        case HESSIAN -> sampled.hessian(theta);
      };
    }
    throw ThalwegException.of(ErrorCode.NOT_APPLICABLE)
        .expected("a loss that is known sample by sample, for the matrix " + text)
        .found("a loss that is only known as a whole")
        .next("ask for the Hessian");
  }
}
