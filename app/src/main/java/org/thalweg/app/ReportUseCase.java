package org.thalweg.app;

import java.nio.file.Files;
import java.nio.file.Path;
import org.thalweg.app.request.ReportRequest;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.store.RunFolder;

/** Writes the pictures and the report of a run again, from what is stored; needs no libtorch. */
public final class ReportUseCase {
  /** The page that was written. */
  public Path run(ReportRequest request) {
    RunFolder run = RunFolder.open(request.run());
    Path folder = request.destination().folder().orElse(request.run());
    if (request.destination().folder().isPresent() && !request.destination().overwrite()) {
      requireNone(ReportFiles.page(folder));
    }
    return ReportFiles.write(run.contents(), folder);
  }

  private static void requireNone(Path page) {
    if (Files.exists(page)) {
      throw ThalwegException.of(ErrorCode.FILE_EXISTS)
          .expected("a folder without a report")
          .found(page.toString())
          .next("choose another folder with --out, or replace this report with --force");
    }
  }
}
