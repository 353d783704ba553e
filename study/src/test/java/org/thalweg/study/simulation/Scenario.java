package org.thalweg.study.simulation;

import java.util.List;
import java.util.function.LongFunction;
import org.thalweg.study.analysis.SimulatedStudy;
import org.thalweg.study.claim.Claim;
import org.thalweg.study.claim.DecisionRule;
import org.thalweg.study.claim.Ledger;
import org.thalweg.study.design.Place;

/**
 * A claim about simulated studies of which the truth is known.
 *
 * @param name what is simulated
 * @param truth true effect of the first part; NaN if it is of no interest
 * @param rule that decides
 * @param study number i of the studies
 */
record Scenario(String name, double truth, DecisionRule rule, LongFunction<SimulatedStudy> study) {

  Rates rates(int count) {
    Claim claim =
        new Claim("C", "", "", "", List.of("simulated"), List.of(), 0.05, rule, Place.NONE);
    return Rates.of(
        name,
        count,
        truth,
        i -> Ledger.of(List.of(claim), List.of(study.apply(i).observe(i)), i).verdicts().get(0));
  }
}
