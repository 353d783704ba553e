package org.thalweg.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.thalweg.app.request.AnalyzeRequest;
import org.thalweg.app.request.AxisRange;
import org.thalweg.app.request.BiasChoice;
import org.thalweg.app.request.CurvatureChoice;
import org.thalweg.app.request.DirectionChoice;
import org.thalweg.app.request.GradientRequest;
import org.thalweg.app.request.HessianRequest;
import org.thalweg.app.request.LineScaling;
import org.thalweg.app.request.NormalizationChoice;
import org.thalweg.app.request.PlaneChoice;
import org.thalweg.app.request.ProbeScope;
import org.thalweg.app.request.SharpnessRequest;
import org.thalweg.app.request.SliceRequest;
import org.thalweg.app.request.SurfaceRequest;
import org.thalweg.app.request.TrajectoryRequest;

/**
 * What an analysis measures: the usual in the order in which a reader wants it, everything cheapest
 * first.
 */
final class AnalysisPlan {
  private static final double PRODUCT = 2;
  private static final double LOSS = 1.0 / 3;

  private final AnalyzeRequest request;
  private final ProbeScope scope;

  AnalysisPlan(AnalyzeRequest request) {
    this.request = request;
    this.scope = request.scope();
  }

  /** Most eigenvalues wanted at one end of a spectrum. */
  int eigenvalues() {
    return ends().top();
  }

  /** The parts that apply to this model. */
  List<AnalysisStep> steps(ProbeSession session) {
    if (!request.full()) {
      return usual();
    }
    List<AnalysisStep> steps = full(session);
    steps.sort(Comparator.comparingDouble(AnalysisStep::gradients));
    return List.copyOf(steps);
  }

  private List<AnalysisStep> usual() {
    return List.of(
        gradient(false),
        hessian("eigenvalues", 80 * PRODUCT, ends()),
        slice(SliceRequest.DEFAULT_POINTS),
        surface("surface", SurfaceRequest.DEFAULT_POINTS, PlaneChoice.DEFAULT));
  }

  private List<AnalysisStep> full(ProbeSession session) {
    List<AnalysisStep> steps = new ArrayList<>();
    steps.add(slice(101));
    steps.add(band());
    steps.add(surface("surface", 51, PlaneChoice.DEFAULT));
    steps.add(surface("surface of two eigenvectors", 31, new PlaneChoice.Eigenvectors(1, 2)));
    steps.add(hessian("eigenvalues", 200 * PRODUCT, ends()));
    steps.add(hessian("trace", 70 * PRODUCT, without(curvature("hessian", true, false, 60))));
    steps.add(hessian("density", 240 * PRODUCT, without(curvature("hessian", false, true, 4))));
    SharpnessRequest sharpness = SharpnessRequest.of(scope);
    steps.add(AnalysisStep.of("sharpness", 200, open -> SharpnessUseCase.measure(open, sharpness)));
    steps.add(gradient(session.objective().loss().tellsSamplesApart()));
    if (session.objective().loss().curved()) {
      steps.add(hessian("Gauss–Newton eigenvalues", 60 * PRODUCT, gaussNewton()));
    }
    if (RunSnapshots.among(session) >= 2) {
      steps.add(trajectory(session));
    }
    return steps;
  }

  /** With the noise of the gradient if the loss tells samples apart. */
  private AnalysisStep gradient(boolean noise) {
    GradientRequest gradient = new GradientRequest(scope, noise, Optional.empty(), 0);
    return AnalysisStep.of(
        "gradient", noise ? 30 : 1, session -> GradientUseCase.measure(session, gradient));
  }

  private AnalysisStep slice(int points) {
    SliceRequest slice =
        new SliceRequest(
            scope, DirectionChoice.DEFAULT, NormalizationChoice.FILTER, AxisRange.DEFAULT, points);
    return AnalysisStep.of("slice", points * LOSS, session -> SliceUseCase.measure(session, slice));
  }

  private AnalysisStep band() {
    int directions = 10;
    int points = 21;
    LineScaling scaling = new LineScaling(NormalizationChoice.FILTER, BiasChoice.AUTO);
    SliceRequest band =
        new SliceRequest(
            scope, DirectionChoice.DEFAULT, scaling, AxisRange.DEFAULT, points, directions);
    return AnalysisStep.of(
        "band of slices",
        directions * points * LOSS,
        session -> SliceUseCase.measure(session, band));
  }

  private AnalysisStep surface(String name, int points, PlaneChoice plane) {
    boolean random = plane instanceof PlaneChoice.Random;
    SurfaceRequest surface =
        new SurfaceRequest(
            scope,
            plane,
            LineScaling.DEFAULT,
            Optional.of(AxisRange.DEFAULT),
            points,
            new SurfaceRequest.Reading(
                OptionalInt.empty(), OptionalDouble.empty(), request.full() && random, false));
    double search = random ? 0 : 60 * PRODUCT;
    return new AnalysisStep(
        name,
        points * points * LOSS + search,
        session -> SurfaceUseCase.measureAll(session, surface));
  }

  private static AnalysisStep hessian(String name, double gradients, HessianRequest hessian) {
    return AnalysisStep.of(name, gradients, session -> HessianUseCase.measure(session, hessian));
  }

  private HessianRequest ends() {
    return new HessianRequest(
        scope,
        request.full() ? 10 : HessianRequest.DEFAULT_TOP,
        request.full() ? 5 : HessianRequest.DEFAULT_BOTTOM,
        HessianRequest.DEFAULT_TOLERANCE,
        HessianRequest.DEFAULT_ITERATIONS);
  }

  private HessianRequest without(CurvatureChoice curvature) {
    return new HessianRequest(
        scope,
        0,
        0,
        HessianRequest.DEFAULT_TOLERANCE,
        HessianRequest.DEFAULT_ITERATIONS,
        curvature);
  }

  private HessianRequest gaussNewton() {
    return new HessianRequest(
        scope,
        5,
        0,
        HessianRequest.DEFAULT_TOLERANCE,
        HessianRequest.DEFAULT_ITERATIONS,
        curvature("ggn", false, false, 0));
  }

  private static CurvatureChoice curvature(
      String matrix, boolean trace, boolean density, int probes) {
    CurvatureChoice usual = CurvatureChoice.DEFAULT;
    return new CurvatureChoice(
        matrix,
        usual.block(),
        usual.method(),
        trace,
        usual.traceMethod(),
        density,
        false,
        probes == 0 ? OptionalInt.empty() : OptionalInt.of(probes),
        trace ? OptionalDouble.of(0.1) : OptionalDouble.empty());
  }

  private AnalysisStep trajectory(ProbeSession session) {
    int snapshots = RunSnapshots.among(session);
    int curved = 6;
    TrajectoryRequest trajectory =
        new TrajectoryRequest(
            scope,
            TrajectoryRequest.DEFAULT_COMPONENTS,
            TrajectoryRequest.DEFAULT_POINTS,
            true,
            OptionalInt.of((snapshots + curved - 1) / curved));
    int points = TrajectoryRequest.DEFAULT_POINTS;
    return AnalysisStep.of(
        "trajectory",
        points * (points + 1) * LOSS + Math.min(snapshots, curved) * 30 * PRODUCT,
        open -> TrajectoryUseCase.measure(open, trajectory));
  }
}
