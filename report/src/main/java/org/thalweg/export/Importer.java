package org.thalweg.export;

import java.nio.file.Path;
import java.util.Locale;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.store.ResultJson;
import org.thalweg.store.StoredResult;

/**
 * Reads a result that we or another tool wrote: slices and surfaces from {@code .h5} (also of
 * tomgoldstein/loss-landscape), {@code .npz} and {@code .csv}, finished or not; every kind of
 * result from {@code .json}. The format is that of the file's extension.
 *
 * <p>Points that were not computed are NaN and the outcome is then {@code CANCELLED}; npz and csv
 * have no other word for them than a NaN loss, or no line at all. Except for json, which keeps its
 * own, the provenance has the command {@code "import"}, the file with its hash and nothing about
 * the network, which the file does not say.
 *
 * <p>Errors: {@code FILE_NOT_FOUND}, {@code FILE_NOT_READABLE}, {@code DATA_FORMAT}, {@code
 * DATA_CORRUPT}, {@code OUT_OF_MEMORY}.
 */
public final class Importer {
  private Importer() {}

  /**
   * Reads one file.
   *
   * @param codeVersion of Thalweg, for the provenance
   */
  public static StoredResult read(Path file, String codeVersion) {
    ExportFormat format = format(file);
    ImportedFile content = ImportedFile.read(file);
    try {
      return switch (format) {
        case H5 -> SurfaceFileReader.read(content).result(content, "h5", codeVersion);
        case NPZ -> ArchiveReader.read(content).result(content, "npz", codeVersion);
        case CSV -> TableReader.read(content).result(content, "csv", codeVersion);
        case JSON -> document(content);
        case VTP -> throw unreadable(file);
      };
    } catch (ThalwegException e) {
      throw e.code() == ErrorCode.RUN_FOLDER_INVALID ? notOfARun(e) : e;
    }
  }

  private static StoredResult document(ImportedFile file) {
    StoredResult read = ResultJson.read(file.name(), file.text());
    return new StoredResult(read.result().probe(), read.result(), read.provenance());
  }

  private static ExportFormat format(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String extension = name.substring(name.lastIndexOf('.') + 1);
    for (ExportFormat format : ExportFormat.values()) {
      if (format != ExportFormat.VTP && format.extension().equals(extension)) {
        return format;
      }
    }
    throw unreadable(file);
  }

  private static ThalwegException unreadable(Path file) {
    return ThalwegException.of(ErrorCode.DATA_FORMAT)
        .expected("a file that ends in .h5, .npz, .csv or .json")
        .found("'" + file.getFileName() + "'")
        .next("name the file for its format; vtp files are for ParaView and are not read");
  }

  /** The readers of run folders blame the folder; here there is none. */
  private static ThalwegException notOfARun(ThalwegException e) {
    return ThalwegException.of(ErrorCode.DATA_FORMAT)
        .expected(e.expected())
        .found(e.found())
        .because(e)
        .next("check the file, or export it again");
  }
}
