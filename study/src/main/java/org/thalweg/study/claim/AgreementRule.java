package org.thalweg.study.claim;

import java.util.List;
import java.util.Set;
import org.thalweg.study.analysis.GranulatedAgreement;
import org.thalweg.study.analysis.SeedMean;
import org.thalweg.study.analysis.Selection;
import org.thalweg.study.design.Factor;
import org.thalweg.study.observation.Observation;

/**
 * A predictor ranks trainings as an outcome does within groups in which one factor varies: Ψ of
 * Jiang et al. (2020), over seeds.
 *
 * <p>Misleads: says what other seeds of the same settings would give, not other settings. Ψ has few
 * values, so that 5 seeds, all alike, have p = 0.0625: six are needed where only one small group
 * exists.
 *
 * @param predictor first quantity
 * @param outcome second quantity
 * @param atLeast least Ψ, 0 for "any"
 * @param where part of the design
 */
public record AgreementRule(String predictor, String outcome, double atLeast, Selection where)
    implements DecisionRule {
  @Override
  public String describe() {
    return "granulated Ψ of "
        + predictor
        + " and "
        + outcome
        + " "
        + Bounds.above(atLeast).describe()
        + Words.where(where);
  }

  @Override
  public Set<String> quantities() {
    return Set.of(predictor, outcome);
  }

  @Override
  public List<Part> parts(Evaluation evaluation) {
    List<Observation> rows = evaluation.rows(predictor, where);
    List<String> factors =
        evaluation.observations().study().factors().stream().map(Factor::name).toList();
    GranulatedAgreement agreement = GranulatedAgreement.of(rows, factors, predictor, outcome);
    String what = "Ψ of " + predictor + " and " + outcome;
    Bounds claimed = Bounds.above(atLeast);
    List<Double> psi = agreement.granulated();
    if (psi.isEmpty()) {
      String why = "no seed has two trials with both " + predictor + " and " + outcome;
      return List.of(Part.absent(what, claimed, evaluation.level(), rows.size(), why));
    }
    int complete =
        (int)
            rows.stream()
                .filter(row -> Double.isFinite(row.value(predictor) + row.value(outcome)))
                .count();
    Part part =
        new Part(
            what,
            claimed,
            SeedMean.of(psi.stream().mapToDouble(Double::doubleValue).toArray())
                .interval(1 - evaluation.level()),
            GranulatedAgreement.pValue(psi, atLeast),
            psi.size(),
            "seeds",
            psi.size(),
            complete,
            rows.size() - complete,
            "");
    return List.of(Evaluation.enoughSeeds(part));
  }
}
