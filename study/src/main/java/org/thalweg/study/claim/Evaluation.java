package org.thalweg.study.claim;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.thalweg.statistics.Interval;
import org.thalweg.study.analysis.Contrast;
import org.thalweg.study.analysis.SeedContrasts;
import org.thalweg.study.analysis.SeedMean;
import org.thalweg.study.analysis.Selection;
import org.thalweg.study.observation.Observation;
import org.thalweg.study.observation.StudyObservations;

/**
 * What a rule is tested on.
 *
 * @param observations of one study
 * @param level of significance of the whole claim
 * @param seed of whatever is drawn at random
 */
public record Evaluation(StudyObservations observations, double level, long seed) {

  /** The trials (or pairs) of part of the design that are to have this quantity. */
  List<Observation> rows(String quantity, Selection where) {
    return where.of(observations.of(quantity));
  }

  /** The combinations of levels among these, in the order of the design. */
  static Set<Map<String, String>> cells(List<Observation> rows) {
    return rows.stream()
        .map(Observation::levels)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The value of a quantity on the scale of a contrast. */
  static ToDoubleFunction<Observation> value(String quantity, Contrast contrast) {
    return observation -> contrast.transform(observation.value(quantity));
  }

  /** Why this quantity cannot be compared between these levels; empty if it can. */
  String absence(String quantity, String factor, List<String> levels, List<Observation> rows) {
    String study = observations.study().name();
    if (rows.isEmpty()) {
      return study + " has no such trials";
    }
    for (String level : levels) {
      boolean there = rows.stream().anyMatch(row -> level.equals(row.levels().get(factor)));
      if (!there) {
        return study + " has no trial with " + factor + " = " + level;
      }
    }
    return rows.stream().anyMatch(row -> Double.isFinite(row.value(quantity)))
        ? ""
        : "no trial of " + study + " has " + quantity;
  }

  /**
   * A part about the mean of one number per seed.
   *
   * @param quantity by which the values were asked for: pairs are chained, trials are not
   */
  Part ofSeeds(
      String what, String quantity, Bounds claimed, Contrast contrast, SeedContrasts contrasts) {
    boolean chained = ofPairs(quantity);
    double[] values = contrasts.array();
    SeedMean mean = chained ? SeedMean.ofChain(values) : SeedMean.of(values);
    int seeds = chained && values.length > 0 ? values.length + 1 : values.length;
    double p =
        Math.max(pValue(mean, contrast, claimed.low()), pValue(mean, contrast, claimed.high()));
    Part part =
        new Part(
            what,
            claimed,
            back(mean.interval(1 - level), contrast),
            p,
            values.length,
            chained ? "pairs of seeds" : "seeds",
            seeds,
            contrasts.observations(),
            contrasts.observationsMissing(),
            "");
    return enoughSeeds(part);
  }

  /** The part, undecidable if too few seeds entered. */
  static Part enoughSeeds(Part part) {
    return part.hindered(
        part.seeds() < Part.FEWEST_SEEDS,
        "%d %s entered; a verdict needs at least %d"
            .formatted(part.seeds(), part.seeds() == 1 ? "seed" : "seeds", Part.FEWEST_SEEDS));
  }

  /** Against a bound; 0 where there is none. */
  private static double pValue(SeedMean mean, Contrast contrast, double bound) {
    return Double.isInfinite(bound) && mean.count() > 1
        ? 0
        : mean.pValue(contrast.transform(bound));
  }

  private boolean ofPairs(String quantity) {
    return observations.study().quantity(quantity).filter(one -> one.ofPairs()).isPresent();
  }

  /** From the scale of a contrast to what a reader wants to see. */
  static Interval back(Interval interval, Contrast contrast) {
    return new Interval(
        contrast.back(interval.estimate()),
        contrast.back(interval.low()),
        contrast.back(interval.high()),
        interval.level());
  }
}
