package org.thalweg.study.claim;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.hipparchus.stat.interval.BinomialProportion;
import org.hipparchus.stat.interval.ConfidenceInterval;
import org.thalweg.statistics.Interval;
import org.thalweg.study.analysis.CellRows;
import org.thalweg.study.analysis.Selection;
import org.thalweg.study.observation.Observation;

/**
 * In at least such a share of the trials a quantity lies within bounds.
 *
 * @param quantity which
 * @param bounds of a trial's value
 * @param atLeast least share, from 0 to 1
 * @param where part of the design
 */
public record ShareRule(String quantity, Bounds bounds, double atLeast, Selection where)
    implements DecisionRule {
  @Override
  public String describe() {
    return quantity
        + " "
        + bounds.ofValues()
        + " in at least "
        + Numbers.plain(100 * atLeast)
        + " % of the trials"
        + Words.where(where);
  }

  @Override
  public Set<String> quantities() {
    return Set.of(quantity);
  }

  @Override
  public List<Part> parts(Evaluation evaluation) {
    List<Observation> rows = evaluation.rows(quantity, where);
    String what = "share of trials with " + quantity + " " + bounds.ofValues();
    Bounds claimed = Bounds.above(atLeast);
    String absence = evaluation.absence(quantity, "", List.of(), rows);
    if (!absence.isEmpty()) {
      return List.of(Part.absent(what, claimed, evaluation.level(), rows.size(), absence));
    }
    CellRows table = CellRows.of(rows, List.of(quantity));
    int n = table.count();
    int inside = (int) Arrays.stream(table.column(0)).filter(bounds::contains).count();
    Interval share = share(inside, n, 1 - evaluation.level());
    Part part =
        new Part(
            what,
            claimed,
            share,
            pValue(inside, n),
            n,
            "trials",
            table.seedCount(),
            n,
            table.missing(),
            "");
    return List.of(Evaluation.enoughSeeds(part));
  }

  /** Clopper and Pearson's interval; Hipparchus has it for shares between 0 and 1 only. */
  private static Interval share(int inside, int n, double level) {
    double end = Math.pow((1 - level) / 2, 1.0 / n);
    if (inside == n) {
      return new Interval(1, end, 1, level);
    }
    if (inside == 0) {
      return new Interval(0, 0, 1 - end, level);
    }
    double share = (double) inside / n;
    ConfidenceInterval ends = BinomialProportion.getClopperPearsonInterval(n, share, level);
    return new Interval(share, ends.getLowerBound(), ends.getUpperBound(), level);
  }

  /** Exact and two-sided: twice the smaller tail, which is what the interval's ends are made of. */
  private double pValue(int inside, int n) {
    BinomialDistribution binomial = new BinomialDistribution(n, atLeast);
    double atMost = binomial.cumulativeProbability(inside);
    double asMany = 1 - binomial.cumulativeProbability(inside - 1);
    return Math.min(1, 2 * Math.min(atMost, asMany));
  }
}
