package org.thalweg.app;

import org.thalweg.app.request.AuditRequest;
import org.thalweg.app.request.ConnectRequest;
import org.thalweg.app.request.DirectionChoice;
import org.thalweg.app.request.GradientRequest;
import org.thalweg.app.request.HessianRequest;
import org.thalweg.app.request.PlaneChoice;
import org.thalweg.app.request.ProbeRequest;
import org.thalweg.app.request.ProbeScope;
import org.thalweg.app.request.SharpnessRequest;
import org.thalweg.app.request.SliceRequest;
import org.thalweg.app.request.SurfaceRequest;
import org.thalweg.app.request.TrajectoryRequest;

/**
 * What a {@link ProbeSession} is opened for.
 *
 * @param scope which model, over which samples, how, and where the results go
 * @param eigenvalues most eigenvalues that will be wanted at one end of the spectrum; a network
 *     with fewer parameters is refused before anything is written
 * @param reusing whether a result that the folder already holds is taken instead of measured again
 */
record Opening(ProbeScope scope, int eigenvalues, boolean reusing) {
  /** For a request of any kind. */
  static Opening of(ProbeRequest request) {
    if (request instanceof SliceRequest slice) {
      return of(slice);
    } else if (request instanceof SurfaceRequest surface) {
      return of(surface);
    } else if (request instanceof GradientRequest gradient) {
      return of(gradient);
    } else if (request instanceof HessianRequest hessian) {
      return of(hessian);
    } else if (request instanceof TrajectoryRequest trajectory) {
      return new Opening(trajectory.scope(), trajectory.curvature() ? 1 : 0, false);
    } else if (request instanceof AuditRequest audit) {
      return new Opening(audit.scope(), 1, false);
    }
    return new Opening(request.scope(), 0, false);
  }

  static Opening of(SliceRequest request) {
    return new Opening(request.scope(), rank(request.direction()), false);
  }

  static Opening of(SurfaceRequest request) {
    int rank = request.reading().convexity().isPresent() ? 1 : 0;
    if (request.plane() instanceof PlaneChoice.Eigenvectors two) {
      rank = Math.max(Math.abs(two.first()), Math.abs(two.second()));
    } else if (request.plane() instanceof PlaneChoice.Spanned two) {
      rank = Math.max(rank, Math.max(rank(two.first()), rank(two.second())));
    }
    return new Opening(request.scope(), rank, false);
  }

  static Opening of(GradientRequest request) {
    return new Opening(request.scope(), request.topEigenspace(), false);
  }

  private static int rank(DirectionChoice direction) {
    return direction instanceof DirectionChoice.Eigenvector one ? Math.abs(one.index()) : 0;
  }

  static Opening of(HessianRequest request) {
    return new Opening(request.scope(), Math.max(request.top(), request.bottom()), false);
  }

  static Opening of(SharpnessRequest request) {
    return new Opening(request.scope(), 0, false);
  }

  static Opening of(ConnectRequest request) {
    return new Opening(request.scope(), 0, false);
  }
}
