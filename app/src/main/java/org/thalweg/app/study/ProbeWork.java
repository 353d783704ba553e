package org.thalweg.app.study;

import org.thalweg.app.request.AuditRequest;
import org.thalweg.app.request.ConnectRequest;
import org.thalweg.app.request.CurvatureChoice;
import org.thalweg.app.request.CurveChoice;
import org.thalweg.app.request.DirectionChoice;
import org.thalweg.app.request.GradientRequest;
import org.thalweg.app.request.HessianRequest;
import org.thalweg.app.request.PlaneChoice;
import org.thalweg.app.request.ProbeRequest;
import org.thalweg.app.request.SharpnessRequest;
import org.thalweg.app.request.SliceRequest;
import org.thalweg.app.request.SurfaceRequest;
import org.thalweg.app.request.TrajectoryRequest;

/**
 * How much work a measurement is, in gradients over its samples; rough, since searches end when
 * they have converged. A loss is a third of a gradient, a Hessian product two.
 */
final class ProbeWork {
  private static final double LOSS = 1.0 / 3;
  private static final double PRODUCT = 2;

  /** Products of a usual search for eigenvalues, and of an estimate of the trace. */
  private static final double SEARCH = 60 * PRODUCT;

  private static final double TRACE = 70 * PRODUCT;
  private static final int DENSITY_STEPS = 60;
  private static final int DENSITY_PROBES = 10;
  private static final double NOISE = 30;

  private ProbeWork() {}

  /**
   * Gradients.
   *
   * @param weights of the network
   * @param snapshots of the training
   */
  static double gradients(ProbeRequest request, int weights, int snapshots) {
    if (request instanceof GradientRequest gradient) {
      return 1 + (gradient.noise() ? NOISE : 0) + (gradient.topEigenspace() > 0 ? SEARCH : 0);
    } else if (request instanceof HessianRequest hessian) {
      return hessian(hessian, weights);
    } else if (request instanceof SliceRequest slice) {
      boolean search = slice.direction() instanceof DirectionChoice.Eigenvector;
      return slice.points() * slice.directions() * LOSS + (search ? SEARCH : 0);
    } else if (request instanceof SurfaceRequest surface) {
      return surface(surface);
    } else if (request instanceof SharpnessRequest sharpness) {
      return sharpness(sharpness);
    } else if (request instanceof TrajectoryRequest trajectory) {
      return trajectory(trajectory, snapshots);
    } else if (request instanceof AuditRequest audit) {
      return (audit.factors().size() + 2) * (SEARCH + 2 * audit.directions() * PRODUCT);
    } else if (request instanceof ConnectRequest connect) {
      return connect(connect);
    }
    throw new IllegalStateException("requests are sealed");
  }

  private static double hessian(HessianRequest request, int weights) {
    CurvatureChoice choice = request.curvature();
    double work = request.top() + request.bottom() > 0 ? SEARCH : 0;
    if (choice.trace() || choice.eachLayer()) {
      work += TRACE;
    }
    if (choice.density()) {
      int probes = choice.trace() ? DENSITY_PROBES : choice.probes().orElse(DENSITY_PROBES);
      work += probes * DENSITY_STEPS * PRODUCT;
    }
    if (choice.samplingError()) {
      work += TRACE;
    }
    return work + (choice.fullSpectrum() ? weights * PRODUCT : 0);
  }

  private static double surface(SurfaceRequest request) {
    int convexity = request.reading().convexity().orElse(0);
    boolean search = request.plane() instanceof PlaneChoice.Eigenvectors;
    return (double) request.points() * request.points() * LOSS
        + (double) convexity * convexity * SEARCH
        + (search ? SEARCH : 0);
  }

  /** Half of the measures draw, half climb. */
  private static double sharpness(SharpnessRequest request) {
    SharpnessRequest.Effort effort = request.effort();
    double each =
        (effort.draws() * LOSS + (double) effort.iterations() * (effort.restarts() + 1)) / 2;
    return request.measures().size() * each;
  }

  private static double trajectory(TrajectoryRequest request, int snapshots) {
    double plane = (double) request.points() * (request.points() + 1) * LOSS;
    double along = 2 * snapshots * LOSS;
    double curved =
        request.curvature() ? (double) snapshots / request.spacing(snapshots) * SEARCH / 2 : 0;
    return plane + along + curved;
  }

  private static double connect(ConnectRequest request) {
    double points = 2.0 * request.points() * LOSS;
    double plane = Math.pow(request.plane().orElse(0), 2) * LOSS;
    double search =
        request.curve() instanceof CurveChoice.Linear
            ? 0
            : request.curve() instanceof CurveChoice.ElasticBand band
                ? (double) band.pivots() * band.iterations()
                : request.scope().sampling().samples().isPresent() ? 100 : 20;
    return points + plane + search;
  }
}
