package org.thalweg.app.request;

import java.util.OptionalInt;

/**
 * The path of a training: components of its snapshots, loss on their plane, curvature along it.
 *
 * @param scope which run, over which samples, how, and where the results go
 * @param components most principal components to give coordinates for
 * @param points along the first component and along each side of the plane
 * @param curvature whether λ₁, gradient and sharpness are measured at snapshots
 * @param every curvature at every so many snapshots, counted from the last; empty: at {@value
 *     #DEFAULT_CURVATURE_POINTS} of them at most
 */
public record TrajectoryRequest(
    ProbeScope scope, int components, int points, boolean curvature, OptionalInt every)
    implements ProbeRequest {
  public static final int DEFAULT_COMPONENTS = 5;
  public static final int DEFAULT_POINTS = 25;
  public static final int DEFAULT_CURVATURE_POINTS = 25;
  private static final int MOST_COMPONENTS = 1_000;
  private static final int MOST_POINTS = 2_000;

  public TrajectoryRequest {
    Checks.between("--components", 1, MOST_COMPONENTS, components);
    Checks.between("--points", 2, MOST_POINTS, points);
    every.ifPresent(number -> Checks.atLeast("--every", 1, number));
  }

  /** With every default. */
  public static TrajectoryRequest of(ProbeScope scope) {
    return new TrajectoryRequest(
        scope, DEFAULT_COMPONENTS, DEFAULT_POINTS, true, OptionalInt.empty());
  }

  /** The spacing of curvature among this many snapshots. */
  public int spacing(int snapshots) {
    return every.orElse((snapshots + DEFAULT_CURVATURE_POINTS - 1) / DEFAULT_CURVATURE_POINTS);
  }
}
