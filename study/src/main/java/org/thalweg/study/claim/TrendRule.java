package org.thalweg.study.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.thalweg.study.analysis.Contrast;
import org.thalweg.study.analysis.SeedContrasts;
import org.thalweg.study.analysis.Selection;
import org.thalweg.study.design.Factor;
import org.thalweg.study.observation.Observation;

/**
 * A quantity rises, or falls, along an ordered factor. The effect is the slope of the least-squares
 * line over the numbers 0, 1, 2, … of the levels: the mean change from one level to the next (a
 * factor, if the contrast is a ratio).
 *
 * <p>Misleads: a quantity that rises first and falls later may have a clear slope.
 *
 * @param quantity which
 * @param factor along whose levels, in the order of the study
 * @param rising whether it is claimed to rise
 * @param contrast difference or ratio
 * @param where part of the design
 */
public record TrendRule(
    String quantity, String factor, boolean rising, Contrast contrast, Selection where)
    implements DecisionRule {
  @Override
  public String describe() {
    return quantity + (rising ? " rises" : " falls") + " along " + factor + Words.where(where);
  }

  @Override
  public Set<String> quantities() {
    return Set.of(quantity);
  }

  @Override
  public List<Part> parts(Evaluation evaluation) {
    List<Observation> rows = evaluation.rows(quantity, where);
    List<String> levels =
        evaluation
            .observations()
            .study()
            .factor(factor)
            .map(Factor::levels)
            .orElse(List.of())
            .stream()
            .filter(level -> rows.stream().anyMatch(row -> level.equals(row.levels().get(factor))))
            .toList();
    String what =
        quantity
            + (contrast == Contrast.RATIO
                ? ": factor from one level of "
                : ": change from one level of ")
            + factor
            + " to the next";
    Bounds claimed = rising ? Bounds.above(contrast.equal()) : Bounds.below(contrast.equal());
    if (levels.size() < 2) {
      String why = evaluation.observations().study().name() + " has no levels of " + factor;
      return List.of(Part.absent(what, claimed, evaluation.level(), rows.size(), why));
    }
    String absence = evaluation.absence(quantity, factor, levels, rows);
    if (!absence.isEmpty()) {
      return List.of(Part.absent(what, claimed, evaluation.level(), rows.size(), absence));
    }
    SeedContrasts slopes =
        SeedContrasts.of(rows, Evaluation.value(quantity, contrast), factor, slope(levels));
    return List.of(evaluation.ofSeeds(what, quantity, claimed, contrast, slopes));
  }

  /** Weights that give the least-squares slope over 0, 1, 2, … */
  private static Map<String, Double> slope(List<String> levels) {
    double centre = (levels.size() - 1) / 2.0;
    double sum = 0;
    for (int i = 0; i < levels.size(); i++) {
      sum += (i - centre) * (i - centre);
    }
    Map<String, Double> weights = new LinkedHashMap<>();
    for (int i = 0; i < levels.size(); i++) {
      weights.put(levels.get(i), (i - centre) / sum);
    }
    return weights;
  }
}
