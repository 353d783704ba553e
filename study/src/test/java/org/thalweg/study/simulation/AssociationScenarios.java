package org.thalweg.study.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.thalweg.statistics.CorrelationKind;
import org.thalweg.study.analysis.Contrast;
import org.thalweg.study.analysis.Selection;
import org.thalweg.study.analysis.SimulatedStudy;
import org.thalweg.study.analysis.Unit;
import org.thalweg.study.claim.AgreementRule;
import org.thalweg.study.claim.Bounds;
import org.thalweg.study.claim.CorrelationRule;
import org.thalweg.study.claim.GroupRule;
import org.thalweg.study.claim.PredictionRule;
import org.thalweg.study.claim.ShareRule;

/**
 * Claims about quantities that go together. Cells differ by random effects of their own, {@code
 * spread} times as large as what differs between the trials of a cell: a spread of 0 means that
 * cells do not matter.
 */
final class AssociationScenarios {
  private AssociationScenarios() {}

  /** x and y correlate by r between cells and within them. */
  static SimulatedStudy correlated(
      long i, int cells, double r, double spread, Noise noise, int seeds) {
    String[] levels = IntStream.range(0, cells).mapToObj(j -> "n" + j).toArray(String[]::new);
    double rest = Math.sqrt(1 - r * r);
    return new SimulatedStudy()
        .factor("net", levels)
        .seeds(seeds)
        .quantity(
            "x",
            (own, cell, seed, random) ->
                noise.shape(Shared.gaussian(i, "x", cell, seed))
                    + spread * Shared.gaussian(i, "cell x", cell, 0))
        .quantity(
            "y",
            (own, cell, seed, random) ->
                noise.shape(r * Shared.gaussian(i, "x", cell, seed) + rest * random.gaussian())
                    + spread
                        * (r * Shared.gaussian(i, "cell x", cell, 0)
                            + rest * Shared.gaussian(i, "cell y", cell, 0)));
  }

  static Scenario correlation(
      CorrelationKind kind, int cells, double r, double spread, Noise noise, Unit unit) {
    return new Scenario(
        "%s over %s, %d cells, r = %s, claimed > %s, cells differ by %s, %s"
            .formatted(
                kind.name().toLowerCase(java.util.Locale.ROOT),
                unit.text(),
                cells,
                r,
                r,
                spread,
                noise.text()),
        r,
        new CorrelationRule("x", "y", kind, true, r, List.of(), unit, Selection.ALL),
        i -> correlated(i, cells, r, spread, noise, 5));
  }

  /** The claim is only that there is a correlation. */
  static Scenario anyCorrelation(int cells, double r) {
    return new Scenario(
        "pearson over cells, %d cells, r = %s, claimed > 0".formatted(cells, r),
        r,
        new CorrelationRule(
            "x", "y", CorrelationKind.PEARSON, true, 0, List.of(), Unit.CELLS, Selection.ALL),
        i -> correlated(i, cells, r, 1, Noise.NORMAL, 5));
  }

  /** Neither quantity has anything to do with the outcome. */
  static Scenario prediction(boolean fitted, int cells, double spread) {
    Map<String, Double> weights = new LinkedHashMap<>();
    weights.put("x", 0.3);
    weights.put("other", 0.5);
    return new Scenario(
        "%s score, %d cells, no relation, claimed > 0, cells differ by %s"
            .formatted(fitted ? "fitted" : "given", cells, spread),
        0,
        new PredictionRule(weights, fitted, "y", 0, Selection.ALL),
        i ->
            correlated(i, cells, 0, spread, Noise.NORMAL, 5)
                .quantity(
                    "other",
                    (own, cell, seed, random) ->
                        random.gaussian() + spread * Shared.gaussian(i, "cell o", cell, 0)));
  }

  static Scenario planted(boolean fitted, int cells) {
    return new Scenario(
        "%s score, %d cells, r = 0.9, claimed > 0.42".formatted(fitted ? "fitted" : "given", cells),
        Double.NaN,
        new PredictionRule(Map.of("x", 1.0), fitted, "y", 0.42, Selection.ALL),
        i -> correlated(i, cells, 0.9, 1, Noise.NORMAL, 5));
  }

  /** Ψ of two factors of three levels. */
  static Scenario agreement(double r, double atLeast, int seeds) {
    return new Scenario(
        "Ψ of 3 × 3 cells, r = %s, claimed > %s, %d seeds".formatted(r, atLeast, seeds),
        // Kendall's τ of a normal pair: 2/π·arcsin r, in every group.
        2 / Math.PI * Math.asin(r),
        new AgreementRule("x", "y", atLeast, Selection.ALL),
        i -> grid(r, seeds, "0", "1", "2"));
  }

  /** Ψ of the smallest design there is: it has three values. */
  static Scenario smallestAgreement(int seeds) {
    return new Scenario(
        "Ψ of 2 × 1 cells, r = 0, claimed > 0, %d seeds".formatted(seeds),
        0,
        new AgreementRule("x", "y", 0, Selection.ALL),
        i ->
            new SimulatedStudy()
                .factor("a", "0", "1")
                .seeds(seeds)
                .quantity("x", (own, cell, seed, random) -> random.gaussian())
                .quantity("y", (own, cell, seed, random) -> random.gaussian()));
  }

  private static SimulatedStudy grid(double r, int seeds, String... levels) {
    double rest = Math.sqrt(1 - r * r);
    return new SimulatedStudy()
        .factor("a", levels)
        .factor("b", levels)
        .seeds(seeds)
        .quantity("both", (own, cell, seed, random) -> random.gaussian())
        .derived("x", (trial, random) -> trial.value("both"))
        .derived("y", (trial, random) -> r * trial.value("both") + rest * random.gaussian());
  }

  static Scenario groups(Unit unit, int cells, double spread) {
    return new Scenario(
        "groups by an unrelated quantity, over %s, %d cells, cells differ by %s"
            .formatted(unit.text(), cells, spread),
        0,
        new GroupRule("y", "x", -0.2, 0.2, Contrast.DIFFERENCE, 0, unit, Selection.ALL),
        i -> correlated(i, cells, 0, spread, Noise.NORMAL, 5));
  }

  static Scenario share(double share, int seeds) {
    return new Scenario(
        "share %s, claimed > %s, %d seeds".formatted(share, share, seeds),
        share,
        new ShareRule("hit", Bounds.above(0.5), share, Selection.ALL),
        i ->
            new SimulatedStudy()
                .seeds(seeds)
                .quantity("hit", (own, cell, seed, random) -> random.uniform() < share ? 1 : 0));
  }
}
