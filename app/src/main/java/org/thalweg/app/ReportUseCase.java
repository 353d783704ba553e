package org.thalweg.app;

import java.nio.file.Path;
import org.thalweg.app.request.ReportRequest;
import org.thalweg.store.RunFolder;

/** Writes the pictures and the report of a run again, from what is stored; needs no libtorch. */
public final class ReportUseCase {
  /** The page that was written. */
  public Path run(ReportRequest request) {
    RunFolder run = RunFolder.open(request.run());
    return ReportFiles.write(run.contents(), request.destination().folder().orElse(request.run()));
  }
}
