package org.thalweg.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.thalweg.app.request.AnalyzeRequest;
import org.thalweg.app.request.AxisRange;
import org.thalweg.app.request.DirectionChoice;
import org.thalweg.app.request.GradientRequest;
import org.thalweg.app.request.HessianRequest;
import org.thalweg.app.request.NormalizationChoice;
import org.thalweg.app.request.PlaneChoice;
import org.thalweg.app.request.SliceRequest;
import org.thalweg.app.request.SurfaceRequest;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.result.Outcome;

/**
 * Every probe that applies to a model, over one opened objective, and one report. What the folder
 * already holds is taken from there, so that an interrupted analysis goes on where it stopped.
 */
public final class AnalyzeUseCase {
  /** Runs the probes one after another; a cancellation ends it, and no report is written. */
  public Analysis run(
      AnalyzeRequest request, ProgressListener progress, Cancellation cancellation) {
    HessianRequest hessian = hessian(request);
    try (ProbeSession session =
        ProbeSession.open(Opening.of(request, hessian), progress, cancellation)) {
      List<Function<ProbeSession, Measured>> probes =
          List.of(
              open -> GradientUseCase.measure(open, gradient(request, open)),
              open -> HessianUseCase.measure(open, hessian),
              open -> SliceUseCase.measure(open, slice(request)),
              open -> SurfaceUseCase.measure(open, surface(request)));
      List<Measured> measured = new ArrayList<>();
      for (Function<ProbeSession, Measured> probe : probes) {
        Measured one = probe.apply(session);
        measured.add(one);
        if (one.result().outcome() == Outcome.CANCELLED) {
          return new Analysis(session.run().path(), measured, Optional.empty());
        }
      }
      Path report = ReportFiles.write(session.run().folder());
      return new Analysis(session.run().path(), measured, Optional.of(report));
    }
  }

  /** With the noise of the gradient, if there is time and the loss tells samples apart. */
  private static GradientRequest gradient(AnalyzeRequest request, ProbeSession session) {
    boolean noise = request.full() && session.objective().loss().tellsSamplesApart();
    return new GradientRequest(request.scope(), noise, Optional.empty(), 0);
  }

  private static HessianRequest hessian(AnalyzeRequest request) {
    return new HessianRequest(
        request.scope(),
        request.full() ? 10 : HessianRequest.DEFAULT_TOP,
        request.full() ? 5 : HessianRequest.DEFAULT_BOTTOM,
        HessianRequest.DEFAULT_TOLERANCE,
        HessianRequest.DEFAULT_ITERATIONS);
  }

  private static SliceRequest slice(AnalyzeRequest request) {
    return new SliceRequest(
        request.scope(),
        DirectionChoice.DEFAULT,
        NormalizationChoice.FILTER,
        AxisRange.DEFAULT,
        request.full() ? 101 : SliceRequest.DEFAULT_POINTS);
  }

  private static SurfaceRequest surface(AnalyzeRequest request) {
    return new SurfaceRequest(
        request.scope(),
        PlaneChoice.DEFAULT,
        NormalizationChoice.FILTER,
        AxisRange.DEFAULT,
        request.full() ? 51 : SurfaceRequest.DEFAULT_POINTS);
  }
}
