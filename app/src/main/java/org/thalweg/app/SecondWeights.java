package org.thalweg.app;

import java.util.LinkedHashMap;
import java.util.Map;
import org.thalweg.app.request.AlignmentChoice;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.result.Outcome;
import org.thalweg.symmetry.Alignment;
import org.thalweg.symmetry.MatchingOptions;
import org.thalweg.symmetry.NetworkSymmetries;
import org.thalweg.symmetry.WeightMatching;

/**
 * The weights of the second network as they are connected to: those of a network with the same
 * function, its hidden units in another order if that was asked for.
 *
 * @param values θ_B
 * @param facts what provenance says of the alignment
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record SecondWeights(double[] values, Map<String, Object> facts) {
  SecondWeights {
    facts = new LinkedHashMap<>(facts);
  }

  /**
   * Aligns the weights with the session's model.
   *
   * @throws ThalwegException {@code NOT_APPLICABLE} for a network whose symmetries are not known;
   *     {@code CANCELLED}
   */
  static SecondWeights aligned(AlignmentChoice choice, ProbeSession session, double[] weights) {
    if (choice == AlignmentChoice.NONE) {
      return new SecondWeights(weights, Map.of("align", choice.toString()));
    }
    NetworkSymmetries symmetries = Symmetries.of(session.model());
    Alignment alignment =
        new WeightMatching(MatchingOptions.defaults().withSeed(session.seed()))
            .align(
                symmetries,
                session.model().weights(),
                weights,
                session.options().listener(),
                session.options().cancellation());
    if (alignment.outcome() == Outcome.CANCELLED) {
      throw ThalwegException.of(ErrorCode.CANCELLED)
          .expected("the order of hidden units that matches the first model")
          .found("a request to stop before it was found")
          .next("give the same command again; the search starts anew");
    }
    double[] permuted = symmetries.permute(weights, alignment.permutations());
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("align", choice.toString());
    facts.put("distanceBeforeAlignment", alignment.distanceBefore());
    facts.put("movedUnits", alignment.moved());
    facts.put("units", alignment.units());
    facts.put("alignmentStarts", alignment.starts());
    facts.put("agreeingStarts", alignment.agreeing());
    return new SecondWeights(permuted, facts);
  }
}
