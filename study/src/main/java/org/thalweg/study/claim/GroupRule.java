package org.thalweg.study.claim;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.thalweg.statistics.Alternative;
import org.thalweg.statistics.Interval;
import org.thalweg.statistics.StudentTest;
import org.thalweg.study.analysis.CellRows;
import org.thalweg.study.analysis.Contrast;
import org.thalweg.study.analysis.Selection;
import org.thalweg.study.analysis.Unit;
import org.thalweg.study.observation.Observation;

/**
 * Where one quantity is large, another is larger than where it is small.
 *
 * @param quantity that is compared
 * @param by that divides
 * @param low small is below this
 * @param high large is above this
 * @param contrast difference or ratio
 * @param atLeast least excess of the large group (0 for "any"), or least ratio (1 for "any")
 * @param unit whether cells (by their means) or trials are divided
 * @param where part of the design
 */
public record GroupRule(
    String quantity,
    String by,
    double low,
    double high,
    Contrast contrast,
    double atLeast,
    Unit unit,
    Selection where)
    implements DecisionRule {
  @Override
  public String describe() {
    return quantity
        + ": "
        + Words.contrast(
            contrast,
            "where " + by + " > " + Numbers.plain(high),
            "where " + by + " < " + Numbers.plain(low))
        + " "
        + Bounds.above(atLeast).describe()
        + " over "
        + unit.text()
        + Words.where(where);
  }

  @Override
  public Set<String> quantities() {
    return Set.of(quantity, by);
  }

  @Override
  public List<Part> parts(Evaluation evaluation) {
    List<Observation> rows = evaluation.rows(quantity, where);
    String what =
        quantity
            + ": "
            + Words.contrast(
                contrast, by + " > " + Numbers.plain(high), by + " < " + Numbers.plain(low));
    Bounds claimed = Bounds.above(atLeast);
    CellRows table = CellRows.of(rows, List.of(by, quantity));
    if (table.count() == 0) {
      String why = "no trial has both " + by + " and " + quantity;
      return List.of(Part.absent(what, claimed, evaluation.level(), rows.size(), why));
    }
    double[] divider = unit == Unit.CELLS ? table.means(table.column(0)) : table.column(0);
    double[] scaled = Arrays.stream(table.column(1)).map(contrast::transform).toArray();
    double[] compared = unit == Unit.CELLS ? table.means(scaled) : scaled;
    double[] large = chosen(divider, compared, value -> value > high);
    double[] small = chosen(divider, compared, value -> value < low);
    return List.of(
        Evaluation.enoughSeeds(part(what, claimed, large, small, table))
            .hindered(
                Math.min(large.length, small.length) < fewest(),
                "%d %s above %s and %d below %s; at least %d of each are needed"
                    .formatted(
                        large.length,
                        unit.text(),
                        Numbers.plain(high),
                        small.length,
                        Numbers.plain(low),
                        fewest())));
  }

  /** Welch's test, the claimed excess taken off the larger group. */
  private Part part(String what, Bounds claimed, double[] large, double[] small, CellRows table) {
    double excess = contrast.transform(atLeast);
    double[] reduced = Arrays.stream(large).map(value -> value - excess).toArray();
    Interval difference = StudentTest.welch(large, small, Alternative.TWO_SIDED).estimate();
    double p = StudentTest.welch(reduced, small, Alternative.TWO_SIDED).pValue();
    return new Part(
        what,
        claimed,
        Evaluation.back(difference, contrast),
        p,
        large.length + small.length,
        unit.text(),
        table.seedCount(),
        table.count(),
        table.missing(),
        "");
  }

  /** Cells are few and each is a mean; of trials there should be as many as seeds. */
  private int fewest() {
    return unit == Unit.CELLS ? 2 : Part.FEWEST_SEEDS;
  }

  private static double[] chosen(double[] by, double[] values, DoublePredicate inside) {
    return IntStream.range(0, values.length)
        .filter(i -> inside.test(by[i]) && Double.isFinite(values[i]))
        .mapToDouble(i -> values[i])
        .toArray();
  }
}
