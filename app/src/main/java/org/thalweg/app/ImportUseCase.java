package org.thalweg.app;

import java.nio.file.Path;
import org.thalweg.app.request.ImportRequest;
import org.thalweg.export.Importer;
import org.thalweg.store.RunFolder;
import org.thalweg.store.RunWriter;
import org.thalweg.store.StoredResult;

/** Takes a result that another tool, or Thalweg elsewhere, wrote; needs no libtorch. */
public final class ImportUseCase {
  /** Reads the file first: what cannot be read creates no folder. */
  public Measured run(ImportRequest request) {
    StoredResult read = Importer.read(request.file(), CodeVersion.text());
    Path folder = request.destination().folder().orElseGet(() -> folder(request.file()));
    try (RunWriter run = open(folder, request)) {
      String id = run.store(read.result(), read.provenance());
      ReportFiles.write(run.folder());
      return new Measured(run.path(), new StoredResult(id, read.result(), read.provenance()));
    }
  }

  private static RunWriter open(Path folder, ImportRequest request) {
    boolean replace = request.destination().overwrite();
    return RunFolder.exists(folder) && !replace
        ? RunFolder.openForWriting(folder)
        : RunFolder.create(
            folder, "imported from " + request.file().getFileName(), CodeVersion.text(), replace);
  }

  private static Path folder(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return Path.of("runs", dot > 0 ? name.substring(0, dot) : name);
  }
}
