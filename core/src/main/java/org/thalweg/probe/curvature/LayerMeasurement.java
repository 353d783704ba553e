package org.thalweg.probe.curvature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.linalg.Eigenpairs;
import org.thalweg.linalg.EstimationOptions;
import org.thalweg.linalg.Lanczos;
import org.thalweg.linalg.LanczosOptions;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.ProductListener;
import org.thalweg.linalg.TraceEstimator;
import org.thalweg.parameter.ParameterBlock;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.result.Eigenvalue;
import org.thalweg.result.LayerCurvature;
import org.thalweg.result.TraceEstimate;

/** The largest eigenvalue and the trace of the diagonal block of each layer. */
final class LayerMeasurement {
  private LayerMeasurement() {}

  static List<LayerCurvature> of(
      LinearOperator whole,
      ParameterLayout layout,
      CurvatureOptions options,
      EstimationOptions estimation,
      ProgressListener progress,
      Cancellation cancellation) {
    LanczosOptions lanczos = options.eigenvalues().orElse(LanczosOptions.defaults());
    LanczosOptions one =
        LanczosOptions.of(1, 0).withTolerance(lanczos.tolerance()).withSeed(lanczos.seed());
    List<ParameterBlock> layers = ParameterBlock.layers(layout);
    List<LayerCurvature> measured = new ArrayList<>();
    for (ParameterBlock layer : layers) {
      LinearOperator block = CurvatureProbe.restricted(whole, layer);
      Eigenvalue top;
      try (Eigenpairs pairs =
          Lanczos.solve(block, one, (done, converged) -> {}, cancellation::requested)) {
        top =
            pairs.top().isEmpty()
                ? new Eigenvalue(Double.NaN, Double.NaN, false)
                : SpectrumEigenvalues.values(pairs.top()).get(0);
      }
      TraceEstimate trace =
          TraceEstimator.estimate(
              block,
              options.traceMethod(),
              estimation,
              Map.of(),
              ProductListener.silent(),
              cancellation::requested);
      measured.add(new LayerCurvature(layer.name(), layer.dimension(), top, trace.trace()));
      progress.progress("layers", measured.size(), layers.size());
    }
    return measured;
  }
}
