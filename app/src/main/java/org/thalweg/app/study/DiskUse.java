package org.thalweg.app.study;

import org.thalweg.app.request.ProbeRequest;
import org.thalweg.app.request.SliceRequest;
import org.thalweg.app.request.SurfaceRequest;
import org.thalweg.app.request.TrajectoryRequest;

/** How much results need on disk: JSON, CSV and npz together. */
final class DiskUse {
  /** Of any result, without its points. */
  static final long RESULT = 12_000;

  /** Of a point with loss, standard error and accuracy, three times over. */
  private static final long POINT = 150;

  private DiskUse() {}

  /** Bytes of the points of a grid. */
  static long points(ProbeRequest request) {
    if (request instanceof SliceRequest slice) {
      return POINT * slice.points();
    } else if (request instanceof SurfaceRequest surface) {
      return POINT * surface.points() * surface.points();
    } else if (request instanceof TrajectoryRequest trajectory) {
      return POINT * trajectory.points() * (trajectory.points() + 1);
    }
    return 0;
  }
}
