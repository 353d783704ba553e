package org.thalweg.probe.sharpness;

import java.util.List;
import java.util.Optional;

/** Measures of flatness, of the answers' sensitivity and of volume, and bounds; by name. */
final class FlatnessMeasures {
  // Usual sizes, each in the unit of its measures.
  private static final double TARGET = 0.1;
  private static final double SIGMA = 0.01;
  private static final double PRIOR_SIGMA = 0.1;
  private static final double DELTA = 0.05;
  private static final double BALL = 0.05;

  private FlatnessMeasures() {}

  /** In the order of reports. */
  static List<SharpnessMeasures.Entry> all() {
    return List.of(
        new SharpnessMeasures.Entry(
            "fisher-rao",
            "θᵀFθ with the model's Fisher matrix (Liang et al. 2019)",
            true,
            FisherRaoNorm::new),
        new SharpnessMeasures.Entry(
            "fisher-rao-empirical",
            "mean ⟨∇ℓₙ, θ⟩², with the empirical Fisher matrix (Liang et al. 2019)",
            true,
            o -> new EmpiricalFisherRaoNorm()),
        new SharpnessMeasures.Entry(
            "relative-flatness",
            "Σ ⟨w_s, w_s'⟩ tr H_{s,s'} of the last layer (Petzka et al. 2021)",
            true,
            o -> new RelativeFlatness(Optional.empty(), o)),
        new SharpnessMeasures.Entry(
            "pac-bayes-sigma",
            "largest σ with E L(θ + σz) − L(θ) ≤ target (Neyshabur et al. 2017)",
            false,
            o -> new PacBayesSigma(o.radiusOr(TARGET), false, AdaptiveScale.PLAIN, o)),
        new SharpnessMeasures.Entry(
            "adaptive-pac-bayes-sigma",
            "the same with noise in proportion to |θᵢ|",
            false,
            o -> new PacBayesSigma(o.radiusOr(TARGET), false, AdaptiveScale.ELEMENTWISE, o)),
        new SharpnessMeasures.Entry(
            "pac-bayes-sigma-accuracy",
            "largest σ with a mean drop of accuracy ≤ target (Jiang et al. 2020)",
            false,
            o -> new PacBayesSigma(o.radiusOr(TARGET), true, AdaptiveScale.PLAIN, o)),
        new SharpnessMeasures.Entry(
            "pac-bayes-bound",
            "√[(KL + ln(2√m/δ))/2m] + sharpness term (McAllester 1999; R1)",
            true,
            o ->
                new PacBayesBound(o.radiusOr(SIGMA), GaussianPrior.centred(PRIOR_SIGMA), DELTA, o)),
        new SharpnessMeasures.Entry(
            "pac-bayes-bound-simplified",
            "√(KL/2m) + sharpness term, which is no bound (R1)",
            false,
            o ->
                new SimplifiedPacBayesBound(
                    o.radiusOr(SIGMA), GaussianPrior.centred(PRIOR_SIGMA), o)),
        new SharpnessMeasures.Entry(
            "entropy-weights",
            "−Σ pᵢ ln pᵢ, pᵢ ∝ e^(−Lᵢ/T), at random points in ‖δ‖₂ ≤ ε (R1)",
            true,
            o -> new NormalizedWeightsEntropy(o.radiusOr(BALL), o.temperature(), o)),
        new SharpnessMeasures.Entry(
            "entropy-histogram",
            "entropy of a histogram of such losses, bins by Freedman and Diaconis (R1)",
            false,
            o -> new HistogramEntropy(o.radiusOr(BALL), new BinRule.FreedmanDiaconis(), o)),
        new SharpnessMeasures.Entry(
            "entropy-sgd",
            "ln ∫ exp(−L(θ') − γ/2‖θ − θ'‖²)dθ' (Chaudhari et al. 2017)",
            false,
            o -> new EntropySgdLogPartition(o.radiusOr(SIGMA), o)),
        new SharpnessMeasures.Entry(
            "basin-width",
            "mean width of L ≤ L(θ) + t along filter-normalised random directions (R4)",
            false,
            o -> new RandomBasinWidth(o.radiusOr(TARGET), o)),
        new SharpnessMeasures.Entry(
            "learning-coefficient",
            "nβ(E_β[L] − L(θ)) by Langevin chains (Lau et al. 2023)",
            false,
            o -> new LocalLearningCoefficient(0, o.chains(), o.seed())));
  }
}
