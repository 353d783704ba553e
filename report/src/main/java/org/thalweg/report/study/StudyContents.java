package org.thalweg.report.study;

import java.util.List;
import java.util.Optional;
import org.thalweg.provenance.Provenance;
import org.thalweg.study.analysis.StudyAnalysis;
import org.thalweg.study.claim.ClaimVerdict;
import org.thalweg.study.design.Study;
import org.thalweg.study.observation.StudyObservations;

/**
 * Everything that the page of a study is made of.
 *
 * @param observations what was measured, with the design
 * @param analysis what the observations say
 * @param verdicts on the claims that this study can decide; may be empty
 * @param pictures results of the probes that are drawn side by side, one trial for each cell
 * @param provenance how the study was run; empty if it is not known
 * @param files names of files beside the page, relative to it, e.g. {@code "trials.csv"}
 */
public record StudyContents(
    StudyObservations observations,
    StudyAnalysis analysis,
    List<ClaimVerdict> verdicts,
    List<CellPicture> pictures,
    Optional<Provenance> provenance,
    List<String> files) {
  public StudyContents {
    verdicts = List.copyOf(verdicts);
    pictures = List.copyOf(pictures);
    files = List.copyOf(files);
  }

  /** The design. */
  public Study study() {
    return observations.study();
  }
}
