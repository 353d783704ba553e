package org.thalweg.study.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.thalweg.statistics.Interval;
import org.thalweg.study.design.AnalysisPlan;
import org.thalweg.study.design.Factor;
import org.thalweg.study.observation.Observation;
import org.thalweg.study.observation.StudyObservations;

/**
 * Kendall's τ between predictor and outcome for every seed, over all its cells and within the
 * groups in which one factor varies; Ψ is the mean over factors of the mean over groups.
 *
 * <p>τ of a group of m trials is the mean over its m(m − 1)/2 pairs of sign(x − x′)·sign(y − y′). Ψ
 * depends on the settings as well as on the seeds; interval and p-value here are over seeds, so
 * they say what other seeds of these settings would give. A p-value of 0 would follow if all seeds
 * gave the same Ψ, which happens by chance since Ψ has few values: it is never smaller than that of
 * a sign test, 2/2ⁿ.
 *
 * @param overall τ over all cells, by seed
 * @param granulated Ψ, by seed
 * @param factors ψ of a factor, by factor, then by seed
 * @param groups how many groups a seed has, by factor
 */
public record GranulatedAgreement(
    List<Double> overall,
    List<Double> granulated,
    Map<String, List<Double>> factors,
    Map<String, Integer> groups) {

  static AgreementResult of(StudyObservations observations, AnalysisPlan.Agreement plan) {
    GranulatedAgreement agreement =
        of(
            observations.of(plan.predictor()),
            observations.study().factors().stream().map(Factor::name).toList(),
            plan.predictor(),
            plan.outcome());
    return new AgreementResult(
        plan.predictor(),
        plan.outcome(),
        estimate(agreement.overall),
        estimate(agreement.granulated),
        agreement.factors.entrySet().stream()
            .map(
                entry ->
                    new AgreementResult.FactorAgreement(
                        entry.getKey(),
                        estimate(entry.getValue()),
                        agreement.groups.getOrDefault(entry.getKey(), 0)))
            .toList());
  }

  /** Of these trials. A seed without any group of two is left out. */
  public static GranulatedAgreement of(
      List<Observation> trials, List<String> factors, String predictor, String outcome) {
    Map<Long, List<Point>> seeds = new TreeMap<>();
    for (Observation trial : trials) {
      double x = trial.value(predictor);
      double y = trial.value(outcome);
      if (Double.isFinite(x) && Double.isFinite(y)) {
        seeds
            .computeIfAbsent(trial.seed(), seed -> new ArrayList<>())
            .add(new Point(trial.levels(), x, y));
      }
    }
    List<Double> overall = new ArrayList<>();
    List<Double> granulated = new ArrayList<>();
    Map<String, List<Double>> byFactor = new LinkedHashMap<>();
    Map<String, Integer> groups = new LinkedHashMap<>();
    for (List<Point> points : seeds.values()) {
      List<Double> means = new ArrayList<>();
      for (String factor : factors) {
        List<List<Point>> own = groups(points, factor);
        if (!own.isEmpty()) {
          double psi = own.stream().mapToDouble(GranulatedAgreement::tau).average().orElseThrow();
          byFactor.computeIfAbsent(factor, key -> new ArrayList<>()).add(psi);
          groups.merge(factor, own.size(), Math::max);
          means.add(psi);
        }
      }
      if (!means.isEmpty()) {
        overall.add(tau(points));
        granulated.add(means.stream().mapToDouble(Double::doubleValue).average().orElseThrow());
      }
    }
    return new GranulatedAgreement(overall, granulated, byFactor, groups);
  }

  /** Two-sided p-value of the hypothesis that the mean of these seeds' values is {@code value}. */
  public static double pValue(List<Double> bySeed, double value) {
    SeedMean mean = SeedMean.of(array(bySeed));
    double p = mean.pValue(value);
    return mean.standardError() == 0 && p < 1 ? 2 * Math.pow(0.5, bySeed.size()) : p;
  }

  private static Estimate estimate(List<Double> bySeed) {
    SeedMean mean = SeedMean.of(array(bySeed));
    return new Estimate(mean.interval(Interval.LEVEL), pValue(bySeed, 0), bySeed.size());
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Points that differ in this factor only, where there are at least two. */
  private static List<List<Point>> groups(List<Point> points, String factor) {
    Map<Map<String, String>, List<Point>> groups = new LinkedHashMap<>();
    for (Point point : points) {
      Map<String, String> others = new LinkedHashMap<>(point.levels);
      others.remove(factor);
      groups.computeIfAbsent(others, key -> new ArrayList<>()).add(point);
    }
    Collection<List<Point>> all = groups.values();
    return all.stream().filter(group -> group.size() > 1).toList();
  }

  private static double tau(List<Point> points) {
    double sum = 0;
    for (int i = 0; i < points.size(); i++) {
      for (int j = 0; j < i; j++) {
        Point a = points.get(i);
        Point b = points.get(j);
        sum += Math.signum(a.x - b.x) * Math.signum(a.y - b.y);
      }
    }
    return sum / (points.size() * (points.size() - 1) / 2.0);
  }

  private record Point(Map<String, String> levels, double x, double y) {}
}
