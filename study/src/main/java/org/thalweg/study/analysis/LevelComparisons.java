package org.thalweg.study.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.thalweg.statistics.EffectSize;
import org.thalweg.statistics.Interval;
import org.thalweg.statistics.Multiplicity;
import org.thalweg.study.design.AnalysisPlan;
import org.thalweg.study.design.Factor;
import org.thalweg.study.observation.Observation;
import org.thalweg.study.observation.StudyObservations;

/** All pairs of levels of a factor in one quantity, corrected together. */
final class LevelComparisons {
  private final StudyObservations observations;
  private final String quantity;
  private final Factor factor;

  private LevelComparisons(StudyObservations observations, String quantity, Factor factor) {
    this.observations = observations;
    this.quantity = quantity;
    this.factor = factor;
  }

  static List<ComparisonResult> of(
      StudyObservations observations, AnalysisPlan.Comparison comparison) {
    return observations
        .study()
        .factor(comparison.factor())
        .map(factor -> new LevelComparisons(observations, comparison.quantity(), factor).allPairs())
        .orElse(List.of());
  }

  private List<ComparisonResult> allPairs() {
    List<ComparisonResult> results = new ArrayList<>();
    List<String> levels = factor.levels();
    for (int i = 0; i < levels.size(); i++) {
      for (int j = i + 1; j < levels.size(); j++) {
        results.add(pair(levels.get(i), levels.get(j)));
      }
    }
    double[] adjusted =
        Multiplicity.HOLM.adjust(results.stream().mapToDouble(ComparisonResult::pValue).toArray());
    for (int i = 0; i < adjusted.length; i++) {
      results.set(i, results.get(i).adjusted(adjusted[i]));
    }
    return results;
  }

  private ComparisonResult pair(String first, String second) {
    SeedContrasts differences = contrasts(Contrast.DIFFERENCE, first, second);
    SeedContrasts logarithms = contrasts(Contrast.RATIO, first, second);
    boolean positive = logarithms.observationsMissing() == differences.observationsMissing();
    SeedMean difference = mean(differences);
    double p = difference.pValue(0);
    return new ComparisonResult(
        quantity,
        factor.name(),
        first,
        second,
        mean(first),
        mean(second),
        difference.interval(Interval.LEVEL),
        positive
            ? ratio(mean(logarithms).interval(Interval.LEVEL))
            : Interval.missing(Interval.LEVEL),
        EffectSize.cohenDz(differences.array()).interval(),
        p,
        p,
        differences.seeds().size(),
        differences.missing(),
        differences.observations() / 2);
  }

  private SeedContrasts contrasts(Contrast contrast, String first, String second) {
    ToDoubleFunction<Observation> value =
        observation -> contrast.transform(observation.value(quantity));
    return SeedContrasts.difference(observations.of(quantity), value, factor.name(), first, second);
  }

  private SeedMean mean(SeedContrasts contrasts) {
    return ofPairs() ? SeedMean.ofChain(contrasts.array()) : SeedMean.of(contrasts.array());
  }

  private boolean ofPairs() {
    return observations.study().quantity(quantity).filter(one -> one.ofPairs()).isPresent();
  }

  private double mean(String level) {
    return observations.of(quantity).stream()
        .filter(observation -> level.equals(observation.levels().get(factor.name())))
        .mapToDouble(observation -> observation.value(quantity))
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }

  private static Interval ratio(Interval logarithm) {
    return new Interval(
        Math.exp(logarithm.estimate()),
        Math.exp(logarithm.low()),
        Math.exp(logarithm.high()),
        logarithm.level());
  }
}
