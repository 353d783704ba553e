package org.thalweg.probe.curvature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.linalg.CoordinateRange;
import org.thalweg.linalg.DenseSpectrum;
import org.thalweg.linalg.Eigenpairs;
import org.thalweg.linalg.KernelDensity;
import org.thalweg.linalg.Lanczos;
import org.thalweg.linalg.LanczosOptions;
import org.thalweg.linalg.LanczosQuadrature;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.PowerIteration;
import org.thalweg.linalg.PowerOptions;
import org.thalweg.linalg.ProductListener;
import org.thalweg.linalg.TraceEstimator;
import org.thalweg.parameter.ParameterBlock;
import org.thalweg.parameter.ParameterTensor;
import org.thalweg.result.Eigenvalue;
import org.thalweg.result.SpectralDensity;
import org.thalweg.result.TraceEstimate;

/** What was asked for, of one block of a matrix. */
final class BlockMeasurement {
  private final CurvatureOptions options;
  private final LinearOperator matrix;
  private final ParameterBlock block;
  private final ProgressListener progress;
  private final Cancellation cancellation;
  private final Optional<SpectrumSamplingError> sampling;

  BlockMeasurement(
      CurvatureOptions options,
      LinearOperator matrix,
      ParameterBlock block,
      ProgressListener progress,
      Cancellation cancellation,
      Optional<SpectrumSamplingError> sampling) {
    this.options = options;
    this.matrix = matrix;
    this.block = block;
    this.progress = progress;
    this.cancellation = cancellation;
    this.sampling = sampling;
  }

  /** The tensors of a block as ranges of θ. */
  static List<CoordinateRange> ranges(ParameterBlock block) {
    return block.tensors().stream()
        .map(tensor -> new CoordinateRange(tensor.offset(), tensor.size()))
        .toList();
  }

  SpectrumEigenvalues eigenvalues() {
    if (options.fullSpectrum()) {
      return whole();
    }
    return options.eigenvalues().map(this::ends).orElse(SpectrumEigenvalues.NONE);
  }

  private SpectrumEigenvalues ends(LanczosOptions wanted) {
    String activity = options.matrix().text();
    if (options.method() == EigenvalueMethod.POWER) {
      PowerOptions power =
          new PowerOptions(
              wanted.top() + wanted.bottom(),
              wanted.tolerance(),
              wanted.maxProducts(),
              wanted.seed());
      try (Eigenpairs pairs =
          PowerIteration.solve(
              matrix,
              power,
              (done, most) -> progress.progress(activity, done, -1),
              cancellation::requested)) {
        return known(pairs);
      }
    }
    try (Eigenpairs pairs =
        Lanczos.solve(
            matrix,
            wanted,
            (done, converged) -> progress.progress(activity, done, -1),
            cancellation::requested)) {
      return known(pairs);
    }
  }

  private SpectrumEigenvalues known(Eigenpairs pairs) {
    SpectrumEigenvalues found = SpectrumEigenvalues.of(pairs, options.method());
    return sampling
        .map(
            errors ->
                new SpectrumEigenvalues(
                    errors.values(pairs.top(), matrix),
                    errors.values(pairs.bottom(), matrix),
                    found.all(),
                    found.method(),
                    found.outcome()))
        .orElse(found);
  }

  private SpectrumEigenvalues whole() {
    DenseSpectrum dense =
        DenseSpectrum.of(matrix, listener("full spectrum"), cancellation::requested);
    List<Eigenvalue> all = new ArrayList<>();
    dense.eigenvalues().stream()
        .forEach(value -> all.add(new Eigenvalue(value, dense.error(), true)));
    int top = Math.min(all.size(), options.eigenvalues().map(LanczosOptions::top).orElse(0));
    int bottom = Math.min(all.size(), options.eigenvalues().map(LanczosOptions::bottom).orElse(0));
    List<Eigenvalue> ascending = new ArrayList<>();
    for (int i = 0; i < bottom; i++) {
      ascending.add(all.get(all.size() - 1 - i));
    }
    return new SpectrumEigenvalues(
        all.subList(0, top),
        ascending,
        dense.eigenvalues(),
        "dense matrix by products, symmetric eigendecomposition",
        dense.outcome());
  }

  Optional<TraceEstimate> trace() {
    return options
        .trace()
        .map(
            wanted ->
                TraceEstimator.estimate(
                    matrix,
                    options.traceMethod(),
                    wanted,
                    groups(),
                    listener("trace"),
                    cancellation::requested))
        .map(found -> sampling.map(errors -> errors.trace(found, matrix)).orElse(found));
  }

  Optional<SpectralDensity> density() {
    return options
        .density()
        .map(
            wanted ->
                KernelDensity.of(
                    LanczosQuadrature.of(
                        matrix, wanted, listener("density"), cancellation::requested),
                    block.dimension()));
  }

  /** The tensors as coordinates of the block. */
  private Map<String, CoordinateRange> groups() {
    Map<String, CoordinateRange> groups = new LinkedHashMap<>();
    int offset = 0;
    for (ParameterTensor tensor : block.tensors()) {
      groups.put(tensor.name(), new CoordinateRange(offset, tensor.size()));
      offset += tensor.size();
    }
    return groups;
  }

  private ProductListener listener(String activity) {
    return (done, most) -> progress.progress(activity, done, most);
  }
}
