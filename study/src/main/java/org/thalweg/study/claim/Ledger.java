package org.thalweg.study.claim;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.study.observation.StudyObservations;

/**
 * All claims with their verdicts.
 *
 * @param verdicts by claim in the order of the file, then by study
 * @param adjudications of pairs that contradict each other
 */
public record Ledger(List<ClaimVerdict> verdicts, List<Adjudication> adjudications) {
  public Ledger {
    verdicts = List.copyOf(verdicts);
    adjudications = List.copyOf(adjudications);
  }

  /** Those that a study decides. */
  public List<ClaimVerdict> of(String study) {
    return verdicts.stream().filter(verdict -> verdict.study().equals(study)).toList();
  }

  /**
   * Decides every claim by every study that is named in it and was carried out.
   *
   * @param claims in the order in which they are to stand
   * @param studies measured; several of one name (scales) are decided each by itself
   * @param seed of everything that is drawn at random
   */
  public static Ledger of(List<Claim> claims, List<StudyObservations> studies, long seed) {
    List<ClaimVerdict> verdicts = new ArrayList<>();
    for (Claim claim : claims) {
      for (String name : claim.studies()) {
        List<StudyObservations> own =
            studies.stream().filter(study -> study.study().name().equals(name)).toList();
        own.forEach(study -> verdicts.add(Decision.of(claim, study, seed)));
        if (own.isEmpty()) {
          verdicts.add(unmeasured(claim, name));
        }
      }
    }
    return new Ledger(verdicts, Adjudications.of(claims, verdicts));
  }

  private static ClaimVerdict unmeasured(Claim claim, String study) {
    return new ClaimVerdict(
        claim, study, "", Verdict.NOT_MEASURED, List.of(), "run it: thalweg study " + study);
  }
}
