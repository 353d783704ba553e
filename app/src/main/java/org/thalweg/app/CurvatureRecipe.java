package org.thalweg.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.thalweg.app.request.CurvatureChoice;
import org.thalweg.app.request.HessianRequest;
import org.thalweg.linalg.EstimationOptions;
import org.thalweg.linalg.LanczosOptions;
import org.thalweg.linalg.QuadratureOptions;
import org.thalweg.linalg.TraceMethod;
import org.thalweg.parameter.ParameterBlock;
import org.thalweg.probe.curvature.CurvatureMatrix;
import org.thalweg.probe.curvature.CurvatureOptions;
import org.thalweg.probe.curvature.EigenvalueMethod;

/** A request for a spectrum as options of the probe, and as provenance tells of them. */
final class CurvatureRecipe {
  /** Relative accuracy of an error over samples: 1/√(2(G − 1)), 16 %. */
  private static final int GROUPS = 20;

  private final HessianRequest request;
  private final CurvatureChoice choice;
  private final long seed;
  private final UnaryOperator<LanczosOptions> fitting;

  /**
   * A recipe.
   *
   * @param fitting makes a search fit the memory
   */
  CurvatureRecipe(HessianRequest request, long seed, UnaryOperator<LanczosOptions> fitting) {
    this.request = request;
    this.choice = request.curvature();
    this.seed = seed;
    this.fitting = fitting;
  }

  CurvatureOptions options() {
    CurvatureOptions options =
        CurvatureOptions.defaults()
            .withMatrix(CurvatureMatrix.named(choice.matrix()))
            .withBlock(choice.eachLayer() ? ParameterBlock.ALL : choice.block())
            .withMethod(
                choice.method().equals("power")
                    ? EigenvalueMethod.POWER
                    : EigenvalueMethod.LANCZOS);
    options = wantsEnds() ? options.withEigenvalues(lanczos()) : options.withoutEigenvalues();
    if (choice.trace()) {
      options = options.withTrace(estimation(), traceMethod());
    }
    if (choice.density()) {
      options = options.withDensity(quadrature());
    }
    if (choice.eachLayer()) {
      options = options.withEachLayer(estimation());
    }
    if (choice.samplingError()) {
      options = options.withSamplingError(GROUPS);
    }
    return choice.fullSpectrum() ? options.withFullSpectrum() : options;
  }

  /** Everything that decides the numbers. */
  Map<String, Object> specific() {
    Map<String, Object> specific = new LinkedHashMap<>();
    specific.put("matrix", choice.matrix());
    specific.put("block", choice.block());
    if (wantsEnds()) {
      specific.put("top", request.top());
      specific.put("bottom", request.bottom());
      specific.put("tolerance", request.tolerance());
      specific.put("mostProducts", request.iterations());
      specific.put("method", choice.method());
      if (lanczos().basisSize() > 0) {
        specific.put("basisSize", lanczos().basisSize());
      }
    }
    if (choice.fullSpectrum()) {
      specific.put("fullSpectrum", true);
    }
    if (choice.trace() || choice.eachLayer()) {
      specific.put("trace", choice.trace());
      specific.put("traceMethod", traceMethod().text());
      specific.put("relativeError", estimation().relativeError());
      specific.put("leastProbes", estimation().minProbes());
      specific.put("mostProbes", estimation().maxProbes());
    }
    if (choice.samplingError()) {
      specific.put("samplingErrorGroups", GROUPS);
    }
    if (choice.density()) {
      specific.put("densityProbes", quadrature().probes());
      specific.put("densitySteps", quadrature().steps());
    }
    return specific;
  }

  Map<String, Long> seeds() {
    return Map.of("start vectors and probes", seed);
  }

  private boolean wantsEnds() {
    return request.top() + request.bottom() > 0;
  }

  private LanczosOptions lanczos() {
    return fitting.apply(
        LanczosOptions.of(request.top(), request.bottom())
            .withTolerance(request.tolerance())
            .withMaxProducts(request.iterations())
            .withSeed(seed));
  }

  private EstimationOptions estimation() {
    EstimationOptions options = EstimationOptions.defaults().withSeed(seed);
    if (choice.relativeError().isPresent()) {
      options = options.withRelativeError(choice.relativeError().getAsDouble());
    }
    return choice.trace() && choice.probes().isPresent()
        ? options.withMaxProbes(choice.probes().getAsInt())
        : options;
  }

  private QuadratureOptions quadrature() {
    QuadratureOptions options = QuadratureOptions.defaults().withSeed(seed);
    return choice.probes().isPresent() && !choice.trace()
        ? options.withProbes(choice.probes().getAsInt())
        : options;
  }

  private TraceMethod traceMethod() {
    return switch (choice.traceMethod()) {
      case "hutchinson" -> TraceMethod.HUTCHINSON;
      case "xtrace" -> TraceMethod.XTRACE;
      default -> TraceMethod.HUTCH_PLUS_PLUS;
    };
  }
}
