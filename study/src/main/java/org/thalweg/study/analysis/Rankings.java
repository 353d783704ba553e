package org.thalweg.study.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.stat.ranking.NaturalRanking;
import org.thalweg.statistics.Correlation;
import org.thalweg.statistics.CorrelationKind;
import org.thalweg.study.design.AnalysisPlan;
import org.thalweg.study.design.Cell;
import org.thalweg.study.observation.StudyObservations;

/** The order of configurations by a score against their order by an outcome. */
final class Rankings {
  private final AnalysisPlan.Ranking plan;
  private final StudyObservations observations;

  private Rankings(AnalysisPlan.Ranking plan, StudyObservations observations) {
    this.plan = plan;
    this.observations = observations;
  }

  static RankingResult of(StudyObservations observations, AnalysisPlan.Ranking plan) {
    return new Rankings(plan, observations).result();
  }

  private RankingResult result() {
    List<Mean> means = new ArrayList<>();
    for (Cell cell : observations.study().cells()) {
      means.add(
          new Mean(
              cell.name(), mean(cell.levels(), plan.score()), mean(cell.levels(), plan.outcome())));
    }
    List<Mean> known =
        means.stream()
            .filter(mean -> Double.isFinite(mean.score) && Double.isFinite(mean.outcome))
            .sorted(Comparator.comparingDouble(this::promise))
            .toList();
    double[] promises = known.stream().mapToDouble(this::promise).toArray();
    double[] outcomes = known.stream().mapToDouble(Mean::outcome).toArray();
    return new RankingResult(
        plan.score(),
        plan.outcome(),
        plan.ascending(),
        estimate(CorrelationKind.KENDALL, promises, outcomes),
        estimate(CorrelationKind.SPEARMAN, promises, outcomes),
        Stream.of(1, 3, 5).filter(k -> k < known.size()).map(k -> regret(k, outcomes)).toList(),
        configurations(known, outcomes),
        means.size() - known.size());
  }

  /** Small where the score promises a small outcome. */
  private double promise(Mean mean) {
    return plan.ascending() ? mean.score : -mean.score;
  }

  private double mean(Map<String, String> levels, String quantity) {
    return observations.of(quantity).stream()
        .filter(observation -> observation.levels().equals(levels))
        .mapToDouble(observation -> observation.value(quantity))
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }

  private static Estimate estimate(CorrelationKind kind, double[] promises, double[] outcomes) {
    Correlation correlation = Correlation.of(kind, promises, outcomes);
    return new Estimate(correlation.interval(), correlation.pValue(), correlation.count());
  }

  private static List<RankingResult.Configuration> configurations(
      List<Mean> known, double[] outcomes) {
    double[] ranks = known.isEmpty() ? outcomes : new NaturalRanking().rank(outcomes);
    return IntStream.range(0, known.size())
        .mapToObj(
            i ->
                new RankingResult.Configuration(
                    known.get(i).cell, known.get(i).score, known.get(i).outcome, i + 1, ranks[i]))
        .toList();
  }

  private static RankingResult.Regret regret(int top, double[] outcomes) {
    double found = IntStream.range(0, top).mapToDouble(i -> outcomes[i]).min().orElseThrow();
    return TopChoice.of(top, outcomes).regret(found);
  }

  /** One configuration, on average. */
  private record Mean(String cell, double score, double outcome) {}
}
