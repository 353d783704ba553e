package org.thalweg.study.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.thalweg.statistics.Multiplicity;
import org.thalweg.study.observation.StudyObservations;

/** From parts to a verdict: the only place where it is decided what "supported" means. */
final class Decision {
  private Decision() {}

  /** Tests a claim on a study. */
  static ClaimVerdict of(Claim claim, StudyObservations observations, long seed) {
    List<Part> parts = claim.rule().parts(new Evaluation(observations, claim.level(), seed));
    List<Evidence> evidence = decide(parts, claim.level());
    Verdict verdict = overall(evidence);
    return new ClaimVerdict(
        claim,
        observations.study().name(),
        Conditions.of(observations),
        verdict,
        evidence,
        why(verdict, evidence));
  }

  static List<Evidence> decide(List<Part> parts, double level) {
    double[] adjusted =
        Multiplicity.HOLM.adjust(
            parts.stream()
                .mapToDouble(part -> part.decidable() ? part.pValue() : Double.NaN)
                .toArray());
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      evidence.add(decide(parts.get(i), adjusted[i], level));
    }
    return evidence;
  }

  private static Evidence decide(Part part, double adjusted, double level) {
    Verdict verdict = verdict(part, adjusted, level);
    return new Evidence(
        part.what(),
        part.claimed().describe(),
        part.estimate(),
        part.pValue(),
        adjusted,
        part.rows(),
        part.unit(),
        part.observations(),
        part.missing(),
        verdict,
        why(part, adjusted, verdict));
  }

  private static Verdict verdict(Part part, double adjusted, double level) {
    if (!part.measured()) {
      return Verdict.NOT_MEASURED;
    }
    // An obstacle leaves adjusted NaN.
    if (!(adjusted <= level)) {
      return Verdict.UNDECIDED;
    }
    return part.claimed().contains(part.estimate().estimate())
        ? Verdict.SUPPORTED
        : Verdict.CONTRADICTED;
  }

  private static String why(Part part, double adjusted, Verdict verdict) {
    if (verdict == Verdict.NOT_MEASURED) {
      return part.obstacle();
    }
    String missing = part.missing() == 0 ? "" : "; " + part.missing() + " without a value";
    String measured =
        "%s is %s over %d %s%s; claimed %s"
            .formatted(
                part.what(),
                Numbers.interval(part.estimate()),
                part.rows(),
                part.unit(),
                missing,
                part.claimed().describe());
    if (!part.obstacle().isEmpty()) {
      return measured + ": undecided, " + part.obstacle();
    }
    if (Double.isNaN(adjusted)) {
      return measured + ": undecided, there is no test of so few numbers";
    }
    return measured + ": " + verdict.text() + ", " + Numbers.pValue(adjusted);
  }

  private static Verdict overall(List<Evidence> evidence) {
    if (evidence.stream().allMatch(part -> part.verdict() == Verdict.NOT_MEASURED)) {
      return Verdict.NOT_MEASURED;
    }
    if (evidence.stream().anyMatch(part -> part.verdict() == Verdict.CONTRADICTED)) {
      return Verdict.CONTRADICTED;
    }
    return evidence.stream().allMatch(part -> part.verdict() == Verdict.SUPPORTED)
        ? Verdict.SUPPORTED
        : Verdict.UNDECIDED;
  }

  private static String why(Verdict verdict, List<Evidence> evidence) {
    if (verdict == Verdict.NOT_MEASURED) {
      return evidence.stream()
          .map(Evidence::why)
          .distinct()
          .limit(2)
          .collect(Collectors.joining("; "));
    }
    if (evidence.size() == 1) {
      return evidence.get(0).why();
    }
    List<Evidence> telling =
        verdict == Verdict.SUPPORTED
            ? List.of()
            : evidence.stream().filter(part -> part.verdict() == verdict).toList();
    long supported = evidence.stream().filter(part -> part.verdict() == Verdict.SUPPORTED).count();
    String count = supported + " of " + evidence.size() + " parts supported";
    return telling.isEmpty() ? count : count + "; " + telling.get(0).why();
  }
}
