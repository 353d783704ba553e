package org.thalweg.app.study;

import org.thalweg.app.request.CurvatureChoice;
import org.thalweg.app.request.HessianRequest;
import org.thalweg.app.request.ProbeScope;

/** Options of {@code thalweg hessian}. */
final class HessianReader implements ProbeReader {
  @Override
  public HessianRequest read(ProbeScope scope, PlannedOptions options) {
    return new HessianRequest(
        scope,
        options.integer("top", HessianRequest.DEFAULT_TOP),
        options.integer("bottom", HessianRequest.DEFAULT_BOTTOM),
        options.number("tolerance", HessianRequest.DEFAULT_TOLERANCE),
        options.integer("iterations", HessianRequest.DEFAULT_ITERATIONS),
        curvature(options));
  }

  private static CurvatureChoice curvature(PlannedOptions options) {
    CurvatureChoice usual = CurvatureChoice.DEFAULT;
    return new CurvatureChoice(
        options.text("matrix", usual.matrix()),
        options.text("block", usual.block()),
        options.text("method", usual.method()),
        options.flag("trace", false),
        options.text("trace-method", usual.traceMethod()),
        options.flag("density", false),
        options.flag("full-spectrum", false),
        options.flag("sampling-error", false),
        options.integer("probes"),
        options.number("relative-error"));
  }
}
