package org.thalweg.app.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.store.AtomicFile;
import org.thalweg.study.claim.Claim;
import org.thalweg.study.claim.ClaimsFile;
import org.thalweg.study.claim.Ledger;
import org.thalweg.study.claim.LedgerDocument;
import org.thalweg.study.claim.LedgerMarkdown;
import org.thalweg.study.claim.LedgerTables;
import org.thalweg.study.observation.StudyObservations;

/**
 * The ledger of claims, from the tables of studies that were carried out. Reads files only: no
 * libtorch.
 *
 * <p>Errors: {@code FILE_NOT_FOUND} for a folder without a study, {@code STUDY_FILE} with the line
 * of what is wrong in a file of claims.
 */
public final class ClaimsUseCase {
  /** Decides every claim. */
  public Ledger run(ClaimsRequest request) {
    List<Claim> claims = new ArrayList<>(ClaimsFile.bundled());
    request
        .claims()
        .ifPresent(
            file -> claims.addAll(ClaimsFile.read(file, claims.stream().map(Claim::id).toList())));
    List<StudyObservations> studies =
        folders(request).stream().map(folder -> StudyFolder.open(folder).observations()).toList();
    Ledger ledger = Ledger.of(claims, studies, Conclusion.SEED);
    request.out().ifPresent(folder -> write(ledger, folder));
    return ledger;
  }

  private static List<Path> folders(ClaimsRequest request) {
    if (!request.folders().isEmpty()) {
      return request.folders();
    }
    if (!Files.isDirectory(ClaimsRequest.STUDIES)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(ClaimsRequest.STUDIES)) {
      return folders.filter(StudyFolder::exists).sorted().toList();
    } catch (IOException e) {
      throw ThalwegException.of(ErrorCode.FILE_NOT_READABLE)
          .expected("the studies in " + ClaimsRequest.STUDIES)
          .found(e.toString())
          .because(e)
          .next("check permissions, or name the folders of studies");
    }
  }

  private static void write(Ledger ledger, Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw ThalwegException.of(ErrorCode.FILE_NOT_WRITABLE)
          .expected("to create the folder " + folder)
          .found(e.toString())
          .because(e)
          .next("check permissions, or choose another folder with --out");
    }
    AtomicFile.writeText(folder.resolve("claims.md"), LedgerMarkdown.of(ledger));
    AtomicFile.writeText(folder.resolve("claims.json"), LedgerDocument.json(ledger) + "\n");
    AtomicFile.writeText(folder.resolve("claims.csv"), LedgerTables.csv(ledger.verdicts()));
  }
}
