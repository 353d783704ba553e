package org.thalweg.app.study;

import java.io.BufferedOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thalweg.provenance.Provenance;
import org.thalweg.report.study.StudyContents;
import org.thalweg.report.study.StudyTables;
import org.thalweg.store.AtomicFile;
import org.thalweg.study.analysis.StudyAnalysis;
import org.thalweg.study.claim.Claim;
import org.thalweg.study.claim.ClaimVerdict;
import org.thalweg.study.claim.ClaimsFile;
import org.thalweg.study.claim.Ledger;
import org.thalweg.study.observation.StudyObservations;

/**
 * What follows from a study's observations: the analysis, verdicts on the claims that it decides,
 * their tables and the page.
 *
 * @param page where the page is
 */
public record Conclusion(StudyAnalysis analysis, List<ClaimVerdict> verdicts, Path page) {
  static final String PAGE = "report.html";

  /** Of everything that the analysis draws at random. */
  static final long SEED = 0;

  /** Tables that {@link StudyFolder} writes itself as the study goes on. */
  private static final List<String> OF_OBSERVATIONS =
      List.of(StudyFolder.TRIALS, StudyFolder.PAIRS, StudyFolder.SERIES);

  private static final List<String> OF_ANALYSIS =
      List.of(
          "cells.csv",
          "comparisons.csv",
          "associations.csv",
          "correlations.csv",
          "agreements.csv",
          "scores.csv",
          "rankings.csv",
          "claims.csv");

  public Conclusion {
    verdicts = List.copyOf(verdicts);
  }

  /** Computes everything and writes it into the folder. */
  static Conclusion write(
      StudyObservations observations,
      StudyPlan plan,
      Provenance provenance,
      StudyFolder folder,
      PageWriter pages) {
    StudyAnalysis analysis = StudyAnalysis.of(observations, SEED);
    List<ClaimVerdict> verdicts = verdicts(observations);
    StudyContents contents =
        new StudyContents(
            observations,
            analysis,
            verdicts,
            Pictures.of(observations.study(), plan),
            Optional.of(provenance),
            List.of());
    Map<String, String> tables = StudyTables.of(contents);
    for (String name : OF_ANALYSIS) {
      String text = tables.get(name);
      if (text == null) {
        folder.remove(name);
      } else {
        folder.write(name, text);
      }
    }
    folder.write("claims.json", VerdictsDocument.of(verdicts));
    return new Conclusion(analysis, verdicts, page(contents, tables, folder, pages));
  }

  /** By all claims of the reports that name this study. */
  private static List<ClaimVerdict> verdicts(StudyObservations observations) {
    String name = observations.study().name();
    List<Claim> claims =
        ClaimsFile.bundled().stream().filter(claim -> claim.studies().contains(name)).toList();
    return Ledger.of(claims, List.of(observations), SEED).of(name);
  }

  private static Path page(
      StudyContents contents, Map<String, String> tables, StudyFolder folder, PageWriter pages) {
    List<String> files = new ArrayList<>(List.of(StudyFolder.FILE, StudyFolder.RECORD));
    OF_OBSERVATIONS.stream().filter(tables::containsKey).forEach(files::add);
    OF_ANALYSIS.stream().filter(tables::containsKey).forEach(files::add);
    StudyContents whole =
        new StudyContents(
            contents.observations(),
            contents.analysis(),
            contents.verdicts(),
            contents.pictures(),
            contents.provenance(),
            files);
    Path page = folder.at(PAGE);
    AtomicFile.write(
        page,
        out -> {
          BufferedOutputStream buffered = new BufferedOutputStream(out);
          pages.write(whole, buffered);
          buffered.flush();
        });
    return page;
  }
}
