package org.thalweg.study.simulation;

import java.util.List;
import org.thalweg.study.analysis.Contrast;
import org.thalweg.study.analysis.Selection;
import org.thalweg.study.analysis.SimulatedStudy;
import org.thalweg.study.claim.Bounds;
import org.thalweg.study.claim.DecisionRule;
import org.thalweg.study.claim.DifferenceRule;
import org.thalweg.study.claim.EquivalenceRule;
import org.thalweg.study.claim.MeanRule;
import org.thalweg.study.claim.OrderRule;
import org.thalweg.study.claim.TrendRule;

/** Claims about levels of a factor and about means. */
final class LevelScenarios {
  private static final String[] LEVELS = {"a", "b", "c", "d"};

  private LevelScenarios() {}

  /** A study with so many levels, each higher than the one before by a step. */
  private static SimulatedStudy steps(int levels, double step, Noise noise, int seeds) {
    return new SimulatedStudy()
        .factor("net", List.of(LEVELS).subList(0, levels).toArray(String[]::new))
        .seeds(seeds)
        .quantity("loss", (own, cell, seed, random) -> step * cell + noise.draw(random));
  }

  /** Log-normal values, each level a factor above the one before. */
  private static SimulatedStudy factors(int levels, double factor, int seeds) {
    return new SimulatedStudy()
        .factor("net", List.of(LEVELS).subList(0, levels).toArray(String[]::new))
        .seeds(seeds)
        .quantity(
            "loss",
            (own, cell, seed, random) -> Math.pow(factor, cell) * Math.exp(random.gaussian()));
  }

  static Scenario difference(double effect, double atLeast, Noise noise, int seeds) {
    return new Scenario(
        "difference %s, claimed > %s, %s, %d seeds".formatted(effect, atLeast, noise.text(), seeds),
        effect,
        new DifferenceRule("loss", "net", "b", "a", Contrast.DIFFERENCE, atLeast, Selection.ALL),
        i -> steps(2, effect, noise, seeds));
  }

  static Scenario ratio(double factor, double atLeast, int seeds) {
    return new Scenario(
        "ratio %s, claimed > %s, log-normal, %d seeds".formatted(factor, atLeast, seeds),
        factor,
        new DifferenceRule("loss", "net", "b", "a", Contrast.RATIO, atLeast, Selection.ALL),
        i -> factors(2, factor, seeds));
  }

  /** Trials of one seed share something: a second factor must not make the interval too narrow. */
  static Scenario sharedSeeds(int seeds) {
    return new Scenario(
        "difference 0, claimed > 0, three optimizers that share half of the noise, %d seeds"
            .formatted(seeds),
        0,
        new DifferenceRule("loss", "net", "b", "a", Contrast.DIFFERENCE, 0, Selection.ALL),
        i ->
            new SimulatedStudy()
                .factor("net", "a", "b")
                .factor("optimizer", "sgd", "momentum", "adam")
                .seeds(seeds)
                .quantity(
                    "loss",
                    (levels, cell, seed, random) ->
                        random.gaussian() + Shared.gaussian(i, "net", cell / 3, seed)));
  }

  static Scenario order(int levels, double step, Noise noise, int seeds) {
    return new Scenario(
        "order of %d levels, steps of %s, %s, %d seeds"
            .formatted(levels, step, noise.text(), seeds),
        step,
        new OrderRule(
            "loss",
            "net",
            List.of(LEVELS).subList(0, levels),
            false,
            Contrast.DIFFERENCE,
            Selection.ALL),
        i -> steps(levels, step, noise, seeds));
  }

  static Scenario trend(double factor, int seeds) {
    return new Scenario(
        "trend, a factor of %s per level, log-normal, %d seeds".formatted(factor, seeds),
        factor,
        new TrendRule("loss", "net", true, Contrast.RATIO, Selection.ALL),
        i -> factors(4, factor, seeds));
  }

  static Scenario trend(double step, Noise noise, int seeds) {
    return new Scenario(
        "trend, %s per level, %s, %d seeds".formatted(step, noise.text(), seeds),
        step,
        new TrendRule("loss", "net", true, Contrast.DIFFERENCE, Selection.ALL),
        i -> steps(4, step, noise, seeds));
  }

  static Scenario equivalence(double effect, double within, double noise, int seeds) {
    return new Scenario(
        "equivalence within %s, difference %s, noise %s, %d seeds"
            .formatted(within, effect, noise, seeds),
        effect,
        new EquivalenceRule("loss", "net", "b", "a", Contrast.DIFFERENCE, within, Selection.ALL),
        i ->
            new SimulatedStudy()
                .factor("net", "a", "b")
                .seeds(seeds)
                .quantity(
                    "loss",
                    (levels, cell, seed, random) -> effect * cell + noise * random.gaussian()));
  }

  /** The geometric mean of log-normal values lies on the border of 20 to 80. */
  static Scenario geometricMean(double mean, int seeds) {
    return new Scenario(
        "geometric mean %s, claimed 20 to 80, log-normal, %d seeds".formatted(mean, seeds),
        mean,
        mean(Contrast.RATIO),
        i ->
            new SimulatedStudy()
                .seeds(seeds)
                .quantity(
                    "loss",
                    (levels, cell, seed, random) -> mean * Math.exp(0.5 * random.gaussian())));
  }

  static Scenario arithmeticMean(double mean, Noise noise, int seeds) {
    return new Scenario(
        "mean %s, claimed 20 to 80, %s, %d seeds".formatted(mean, noise.text(), seeds),
        mean,
        mean(Contrast.DIFFERENCE),
        i ->
            new SimulatedStudy()
                .seeds(seeds)
                .quantity("loss", (levels, cell, seed, random) -> mean + 10 * noise.draw(random)));
  }

  private static DecisionRule mean(Contrast contrast) {
    return new MeanRule("loss", new Bounds(20, 80), contrast, false, Selection.ALL);
  }

  /** Barriers of neighbouring seeds, which share a network. */
  static Scenario chain(double shared, int seeds) {
    return new Scenario(
        "mean barrier 1, claimed > 1, share %s of the noise from networks, %d seeds"
            .formatted(shared, seeds),
        1,
        new MeanRule("barrier", Bounds.above(1), Contrast.DIFFERENCE, false, Selection.ALL),
        i ->
            new SimulatedStudy()
                .seeds(seeds)
                .quantity("loss", (levels, cell, seed, random) -> 0)
                .pairs(
                    "barrier",
                    (levels, cell, seed, random) -> {
                      double networks =
                          Shared.gaussian(i, "network", cell, seed)
                              + Shared.gaussian(i, "network", cell, seed + 1);
                      return 1
                          + Math.sqrt(shared / 2) * networks
                          + Math.sqrt(1 - shared) * random.gaussian();
                    }));
  }
}
