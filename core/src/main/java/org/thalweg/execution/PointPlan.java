package org.thalweg.execution;

import java.util.List;
import org.thalweg.linalg.AffineSubspace;

/**
 * Which points a probe wants to know.
 *
 * @param activity what listeners are told, e.g. {@code "surface"}
 * @param subspace the line or plane; its vectors are only read, by all workers
 * @param coefficients one entry for each point; its place in this list is its number in the ledger
 */
public record PointPlan(String activity, AffineSubspace subspace, List<double[]> coefficients) {
  public PointPlan {
    coefficients = List.copyOf(coefficients);
  }
}
