package org.thalweg.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.thalweg.app.request.AnalyzeRequest;
import org.thalweg.app.request.AxisRange;
import org.thalweg.app.request.DirectionChoice;
import org.thalweg.app.request.HessianRequest;
import org.thalweg.app.request.NormalizationChoice;
import org.thalweg.app.request.PlaneChoice;
import org.thalweg.app.request.SliceRequest;
import org.thalweg.app.request.SurfaceRequest;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.result.Outcome;

/** Every probe that applies to a model, over one opened objective, and one report. */
public final class AnalyzeUseCase {
  /** Runs the probes one after another; a cancellation ends it after what is done so far. */
  public Analysis run(
      AnalyzeRequest request, ProgressListener progress, Cancellation cancellation) {
    try (ProbeSession session =
        ProbeSession.open(
            request.model(),
            request.sampling(),
            request.execution(),
            request.destination(),
            progress,
            cancellation)) {
      List<Function<ProbeSession, Measured>> probes =
          List.of(
              GradientUseCase::measure,
              open -> HessianUseCase.measure(open, hessian(request)),
              open -> SliceUseCase.measure(open, slice(request)),
              open -> SurfaceUseCase.measure(open, surface(request)));
      List<Measured> measured = new ArrayList<>();
      for (Function<ProbeSession, Measured> probe : probes) {
        measured.add(probe.apply(session));
        if (measured.get(measured.size() - 1).result().outcome() == Outcome.CANCELLED) {
          break;
        }
      }
      return new Analysis(
          session.run().path(), measured, ReportFiles.write(session.run().folder()));
    }
  }

  private static HessianRequest hessian(AnalyzeRequest request) {
    return new HessianRequest(
        request.model(),
        request.full() ? 10 : HessianRequest.DEFAULT_TOP,
        request.full() ? 5 : HessianRequest.DEFAULT_BOTTOM,
        HessianRequest.DEFAULT_TOLERANCE,
        HessianRequest.DEFAULT_ITERATIONS,
        request.sampling(),
        request.execution(),
        request.destination());
  }

  private static SliceRequest slice(AnalyzeRequest request) {
    return new SliceRequest(
        request.model(),
        DirectionChoice.DEFAULT,
        NormalizationChoice.FILTER,
        AxisRange.DEFAULT,
        request.full() ? 101 : SliceRequest.DEFAULT_POINTS,
        request.sampling(),
        request.execution(),
        request.destination());
  }

  private static SurfaceRequest surface(AnalyzeRequest request) {
    return new SurfaceRequest(
        request.model(),
        PlaneChoice.DEFAULT,
        NormalizationChoice.FILTER,
        AxisRange.DEFAULT,
        request.full() ? 51 : SurfaceRequest.DEFAULT_POINTS,
        request.sampling(),
        request.execution(),
        request.destination());
  }
}
