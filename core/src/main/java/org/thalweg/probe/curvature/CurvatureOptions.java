package org.thalweg.probe.curvature;

import java.util.Optional;
import org.thalweg.linalg.EstimationOptions;
import org.thalweg.linalg.LanczosOptions;
import org.thalweg.linalg.QuadratureOptions;
import org.thalweg.linalg.TraceMethod;
import org.thalweg.parameter.ParameterBlock;

/**
 * What {@link CurvatureProbe} measures.
 *
 * @param matrix which matrix
 * @param block a pattern of tensor or layer names; {@code "all"} by default
 * @param method how eigenvalues are found
 * @param eigenvalues at the ends of the spectrum, if wanted
 * @param trace when the trace is good enough, if it is wanted
 * @param traceMethod how it is estimated
 * @param density probes and steps of the density, if it is wanted
 * @param eachLayer when the trace of a layer is good enough, if the block of each layer is to be
 *     measured too: its largest eigenvalue and its trace
 * @param fullSpectrum whether all eigenvalues are wanted
 * @param samplingGroups groups of samples for standard errors over samples of the eigenvalues at
 *     the ends and of the trace ({@link SamplingError}); 0 for none
 */
public record CurvatureOptions(
    CurvatureMatrix matrix,
    String block,
    EigenvalueMethod method,
    Optional<LanczosOptions> eigenvalues,
    Optional<EstimationOptions> trace,
    TraceMethod traceMethod,
    Optional<QuadratureOptions> density,
    Optional<EstimationOptions> eachLayer,
    boolean fullSpectrum,
    int samplingGroups) {
  /** The ends of the Hessian's spectrum, nothing else. */
  public static CurvatureOptions defaults() {
    return of(LanczosOptions.defaults());
  }

  /** These eigenvalues of the Hessian. */
  public static CurvatureOptions of(LanczosOptions eigenvalues) {
    return new CurvatureOptions(
        CurvatureMatrix.HESSIAN,
        ParameterBlock.ALL,
        EigenvalueMethod.LANCZOS,
        Optional.of(eigenvalues),
        Optional.empty(),
        TraceMethod.HUTCH_PLUS_PLUS,
        Optional.empty(),
        Optional.empty(),
        false,
        0);
  }

  public CurvatureOptions withMatrix(CurvatureMatrix value) {
    return new CurvatureOptions(
        value,
        block,
        method,
        eigenvalues,
        trace,
        traceMethod,
        density,
        eachLayer,
        fullSpectrum,
        samplingGroups);
  }

  public CurvatureOptions withBlock(String value) {
    return new CurvatureOptions(
        matrix,
        value,
        method,
        eigenvalues,
        trace,
        traceMethod,
        density,
        eachLayer,
        fullSpectrum,
        samplingGroups);
  }

  public CurvatureOptions withMethod(EigenvalueMethod value) {
    return new CurvatureOptions(
        matrix,
        block,
        value,
        eigenvalues,
        trace,
        traceMethod,
        density,
        eachLayer,
        fullSpectrum,
        samplingGroups);
  }

  public CurvatureOptions withEigenvalues(LanczosOptions value) {
    return new CurvatureOptions(
        matrix,
        block,
        method,
        Optional.of(value),
        trace,
        traceMethod,
        density,
        eachLayer,
        fullSpectrum,
        samplingGroups);
  }

  public CurvatureOptions withoutEigenvalues() {
    return new CurvatureOptions(
        matrix,
        block,
        method,
        Optional.empty(),
        trace,
        traceMethod,
        density,
        eachLayer,
        fullSpectrum,
        samplingGroups);
  }

  public CurvatureOptions withTrace(EstimationOptions value, TraceMethod how) {
    return new CurvatureOptions(
        matrix,
        block,
        method,
        eigenvalues,
        Optional.of(value),
        how,
        density,
        eachLayer,
        fullSpectrum,
        samplingGroups);
  }

  public CurvatureOptions withDensity(QuadratureOptions value) {
    return new CurvatureOptions(
        matrix,
        block,
        method,
        eigenvalues,
        trace,
        traceMethod,
        Optional.of(value),
        eachLayer,
        fullSpectrum,
        samplingGroups);
  }

  public CurvatureOptions withEachLayer(EstimationOptions value) {
    return new CurvatureOptions(
        matrix,
        block,
        method,
        eigenvalues,
        trace,
        traceMethod,
        density,
        Optional.of(value),
        fullSpectrum,
        samplingGroups);
  }

  public CurvatureOptions withFullSpectrum() {
    return new CurvatureOptions(
        matrix,
        block,
        method,
        eigenvalues,
        trace,
        traceMethod,
        density,
        eachLayer,
        true,
        samplingGroups);
  }

  /** Standard errors over samples by this many groups; needs the loss sample by sample. */
  public CurvatureOptions withSamplingError(int groups) {
    return new CurvatureOptions(
        matrix,
        block,
        method,
        eigenvalues,
        trace,
        traceMethod,
        density,
        eachLayer,
        fullSpectrum,
        groups);
  }
}
