package org.thalweg.app.study;

import java.util.List;
import org.thalweg.store.AtomicFile;
import org.thalweg.study.analysis.AnalysisTables;
import org.thalweg.study.analysis.StudyAnalysis;
import org.thalweg.study.claim.Claim;
import org.thalweg.study.claim.ClaimsFile;
import org.thalweg.study.claim.Ledger;
import org.thalweg.study.observation.StudyObservations;

/**
 * What follows from the observations of one study: its analysis, and the bundled claims that it
 * decides.
 *
 * @param analysis what the plan of the study asks for
 * @param ledger of the claims that name this study
 */
public record StudyConclusions(StudyAnalysis analysis, Ledger ledger) {
  /** Draws them. */
  public static StudyConclusions of(StudyObservations observations) {
    String name = observations.study().name();
    List<Claim> claims =
        ClaimsFile.bundled().stream()
            .filter(claim -> claim.studies().contains(name))
            .map(claim -> claim.by(name))
            .toList();
    return new StudyConclusions(
        StudyAnalysis.of(observations, ClaimsUseCase.SEED),
        Ledger.of(claims, List.of(observations), ClaimsUseCase.SEED));
  }

  /** Writes the tables of both and {@code claims.json} into the folder of the study. */
  void write(StudyFolder folder) {
    AnalysisTables.of(analysis)
        .forEach((file, text) -> AtomicFile.writeText(folder.at(file), text));
    ClaimsUseCase.writeTables(ledger, folder.path());
  }
}
