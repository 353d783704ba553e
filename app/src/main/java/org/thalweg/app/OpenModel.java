package org.thalweg.app;

import java.util.List;
import org.thalweg.app.request.AuditRequest;
import org.thalweg.app.request.ConnectRequest;
import org.thalweg.app.request.GradientRequest;
import org.thalweg.app.request.HessianRequest;
import org.thalweg.app.request.ProbeRequest;
import org.thalweg.app.request.ProbeScope;
import org.thalweg.app.request.SharpnessRequest;
import org.thalweg.app.request.SliceRequest;
import org.thalweg.app.request.SurfaceRequest;
import org.thalweg.app.request.TrajectoryRequest;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;

/**
 * A model opened once for several measurements. Results join those of its run folder, what the
 * folder already holds is taken from there, and no report is written. While it is open, nobody else
 * may write to that folder.
 *
 * <p>Opening costs two evaluations of the loss and two gradients of one or two samples; each
 * measurement costs what its use case says.
 *
 * <p>Errors: those of the use cases; {@code RUN_FOLDER_BUSY} while someone else writes to the
 * folder.
 */
public final class OpenModel implements AutoCloseable {
  private final ProbeSession session;

  private OpenModel(ProbeSession session) {
    this.session = session;
  }

  /**
   * Opens the model that the requests are about.
   *
   * @param scope of all of them
   * @param requests what will be asked for
   */
  public static OpenModel open(
      ProbeScope scope,
      List<? extends ProbeRequest> requests,
      Facilities facilities,
      ProgressListener progress,
      Cancellation cancellation) {
    int eigenvalues = requests.stream().mapToInt(OpenModel::eigenvalues).max().orElse(0);
    Opening opening = new Opening(scope, eigenvalues, true);
    return new OpenModel(ProbeSession.open(opening, facilities, progress, cancellation));
  }

  /** Most eigenvalues that a request wants at one end of the spectrum. */
  public static int eigenvalues(ProbeRequest request) {
    return Opening.of(request).eigenvalues();
  }

  /**
   * What was asked for, from the folder or measured now: several results where parts were added.
   */
  public List<Measured> measure(ProbeRequest request) {
    if (request instanceof GradientRequest gradient) {
      return List.of(GradientUseCase.measure(session, gradient));
    } else if (request instanceof HessianRequest hessian) {
      return List.of(HessianUseCase.measure(session, hessian));
    } else if (request instanceof SliceRequest slice) {
      return List.of(SliceUseCase.measure(session, slice));
    } else if (request instanceof SurfaceRequest surface) {
      return SurfaceUseCase.measureAll(session, surface);
    } else if (request instanceof SharpnessRequest sharpness) {
      return List.of(SharpnessUseCase.measure(session, sharpness));
    } else if (request instanceof TrajectoryRequest trajectory) {
      return List.of(TrajectoryUseCase.measure(session, trajectory));
    } else if (request instanceof AuditRequest audit) {
      return List.of(AuditUseCase.measure(session, audit));
    } else if (request instanceof ConnectRequest connect) {
      try (OpenedModel second = SecondModel.open(connect, session.model(), session.source())) {
        return List.of(ConnectUseCase.measure(session, second, connect));
      }
    }
    throw new IllegalStateException("requests are sealed");
  }

  @Override
  public void close() {
    session.close();
  }
}
