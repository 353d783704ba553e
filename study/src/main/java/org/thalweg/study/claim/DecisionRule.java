package org.thalweg.study.claim;

import java.util.List;
import java.util.Set;

/**
 * How data decide a claim: written down with the claim, before anybody looks.
 *
 * <p>Every rule comes down to one or more parts, each of which says: this effect lies within these
 * bounds. With the interval of level 1 − α around the measured effect, and p the two-sided p-value
 * of the nearest bound:
 *
 * <pre>
 * supported      the interval lies within the bounds      (p ≤ α after Holm, estimate inside)
 * contradicted   the interval lies outside of the bounds  (p ≤ α after Holm, estimate outside)
 * undecided      it does neither, or there are fewer than 5 seeds
 * </pre>
 *
 * <p>So a true effect exactly on the border is declared to be inside with probability α/2, and
 * outside with probability α/2; an effect that is smaller than stated is not merely "not
 * significant": it is contradicted as soon as the data show that it is smaller.
 */
public sealed interface DecisionRule
    permits OrderRule,
        DifferenceRule,
        TrendRule,
        CorrelationRule,
        MeanRule,
        ShareRule,
        EquivalenceRule,
        PredictionRule,
        AgreementRule,
        GroupRule,
        InvarianceRule,
        AllOf {

  /** The rule in a sentence. */
  String describe();

  /** The quantities it needs. */
  Set<String> quantities();

  /** Its parts, tested on what a study measured, not yet corrected for there being several. */
  List<Part> parts(Evaluation evaluation);
}
