package org.thalweg.probe.sharpness;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** All measures of sharpness and flatness, by name. */
public final class SharpnessMeasures {
  private static final AdaptiveScale ADAPTED = AdaptiveScale.ELEMENTWISE;

  // Usual radii, each in the unit of its measures: as in the papers where these say.
  private static final double ABSOLUTE = 0.05;
  private static final double RELATIVE = 0.01;
  private static final double KESKAR = 1e-3;
  private static final double ADAPTIVE = 0.5;
  private static final double BOX = 1e-3;
  private static final double ADAPTIVE_BOX = 2e-3;
  private static final double NOISE = 0.1;

  private static final List<Entry> NEIGHBOURHOODS =
      List.of(
          new Entry(
              "ball",
              "max L(θ + δ) − L(θ) over ‖δ‖₂ ≤ ε, by ascent (R1)",
              true,
              o -> new BallSharpness(o.radiusOr(ABSOLUTE), o)),
          new Entry(
              "ball-sampled",
              "the same, the highest of random draws only (R1)",
              true,
              o -> new SampledBallSharpness(o.radiusOr(ABSOLUTE), o)),
          new Entry(
              "normalized",
              "max [L(θ + δ) − L(θ)]/(1 + L(θ)) over ‖δ‖₂ ≤ ε‖θ‖₂, by ascent (R1)",
              true,
              o -> new NormalizedSharpness(o.radiusOr(RELATIVE), false, o)),
          new Entry(
              "normalized-sampled",
              "the same, the highest of random draws only (R1)",
              false,
              o -> new NormalizedSharpness(o.radiusOr(RELATIVE), true, o)),
          new Entry(
              "gaussian",
              "mean |L(θ + δ) − L(θ)|, δ ~ N(0, σ²I) (R3)",
              true,
              o -> new GaussianFlatness(o.radiusOr(RELATIVE), o)),
          new Entry(
              "keskar",
              "100·(max L − L(θ))/(1 + L(θ)) in the box ε(|θᵢ| + 1) (Keskar et al. 2017)",
              false,
              o -> new KeskarSharpness(o.radiusOr(KESKAR), 0, o)),
          new Entry(
              "keskar-subspace",
              "the same in a random subspace (Keskar et al. 2017)",
              false,
              o -> new KeskarSharpness(o.radiusOr(KESKAR), o.subspace(), o)),
          new Entry(
              "sam",
              "L(θ + ρ∇L/‖∇L‖) − L(θ): one step of SAM (Foret et al. 2021)",
              true,
              o -> new OneStepSharpness(o.radiusOr(ABSOLUTE), AdaptiveScale.PLAIN)),
          new Entry(
              "asam",
              "one step of ASAM, scaled by |θᵢ| (Kwon et al. 2021)",
              true,
              o -> new OneStepSharpness(o.radiusOr(ADAPTIVE), AdaptiveScale.ELEMENTWISE)),
          new Entry(
              "asam-filter",
              "one step of ASAM, scaled by the norms of filters (Kwon et al. 2021)",
              false,
              o -> new OneStepSharpness(o.radiusOr(ABSOLUTE), AdaptiveScale.FILTERWISE)),
          new Entry(
              "worst-linf",
              "max L(θ + δ) − L(θ) over |δᵢ| ≤ ρ, by ascent (Andriushchenko et al. 2023)",
              false,
              o -> new WorstCaseSharpness(o.radiusOr(BOX), true, AdaptiveScale.PLAIN, o)),
          new Entry(
              "adaptive-worst-l2",
              "max L(θ + δ) − L(θ) over ‖δ/|θ|‖₂ ≤ ρ, by ascent (Andriushchenko et al. 2023)",
              true,
              o -> new WorstCaseSharpness(o.radiusOr(ADAPTIVE), false, ADAPTED, o)),
          new Entry(
              "adaptive-worst-linf",
              "max L(θ + δ) − L(θ) over |δᵢ/θᵢ| ≤ ρ, by ascent (Andriushchenko et al. 2023)",
              true,
              o -> new WorstCaseSharpness(o.radiusOr(ADAPTIVE_BOX), true, ADAPTED, o)),
          new Entry(
              "average-l2",
              "mean L(θ + δ) − L(θ), δᵢ ~ N(0, ρ²) (Andriushchenko et al. 2023)",
              false,
              o -> new AverageCaseSharpness(o.radiusOr(RELATIVE), false, AdaptiveScale.PLAIN, o)),
          new Entry(
              "average-linf",
              "mean L(θ + δ) − L(θ), δᵢ ~ U(−ρ, ρ) (Andriushchenko et al. 2023)",
              false,
              o -> new AverageCaseSharpness(o.radiusOr(RELATIVE), true, AdaptiveScale.PLAIN, o)),
          new Entry(
              "adaptive-average-l2",
              "mean L(θ + δ) − L(θ), δᵢ ~ N(0, ρ²θᵢ²) (Andriushchenko et al. 2023)",
              true,
              o -> new AverageCaseSharpness(o.radiusOr(NOISE), false, ADAPTED, o)),
          new Entry(
              "adaptive-average-linf",
              "mean L(θ + δ) − L(θ), δᵢ ~ U(−ρ|θᵢ|, ρ|θᵢ|) (Andriushchenko et al. 2023)",
              false,
              o -> new AverageCaseSharpness(o.radiusOr(NOISE), true, ADAPTED, o)));

  private static final List<Entry> ALL =
      Stream.of(NEIGHBOURHOODS, FlatnessMeasures.all()).flatMap(List::stream).toList();

  private SharpnessMeasures() {}

  /**
   * A measure that can be asked for.
   *
   * @param name as on the command line
   * @param summary the definition in one line
   * @param usual whether it is measured when no names are given
   * @param create the measure with these options
   */
  public record Entry(
      String name,
      String summary,
      boolean usual,
      Function<SharpnessOptions, SharpnessMeasure> create) {
    /** The measure with these options, over mini-batches if they say so. */
    public SharpnessMeasure measure(SharpnessOptions options) {
      SharpnessMeasure measure = create.apply(options);
      return options.batch() == 0
          ? measure
          : new MiniBatchSharpness(measure, options.batch(), options.seed());
    }
  }

  /** All of them, in the order of reports. */
  public static List<Entry> all() {
    return ALL;
  }

  /** Those measured when no names are given. */
  public static List<Entry> usual() {
    return ALL.stream().filter(Entry::usual).toList();
  }

  /** The measure of this name; an error that lists the names if there is none. */
  public static Entry named(String name) {
    return ALL.stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                ThalwegException.of(ErrorCode.UNKNOWN_NAME)
                    .expected(
                        ALL.stream()
                            .map(Entry::name)
                            .collect(Collectors.joining(", ", "one of ", "")))
                    .found("'" + name + "'")
                    .next("choose one of these measures of sharpness"));
  }
}
