package org.thalweg.export;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
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
  private static final Set<String> READABLE = Set.of("h5", "npz", "csv", "json");

  private static final Set<ErrorCode> BLAMED_ELSEWHERE =
      Set.of(ErrorCode.RUN_FOLDER_INVALID, ErrorCode.DIMENSION_MISMATCH);

  private Importer() {}

  /**
   * Reads one file.
   *
   * @param codeVersion of Thalweg, for the provenance
   */
  public static StoredResult read(Path file, String codeVersion) {
    requireReadable(String.valueOf(file.getFileName()));
    return read(ImportedFile.read(file), codeVersion);
  }

  static StoredResult read(ImportedFile file, String codeVersion) {
    String extension = requireReadable(file.name());
    try {
      return switch (extension) {
        case "h5" -> SurfaceFileReader.read(file).result(file, extension, codeVersion);
        case "npz" -> ArchiveReader.read(file).result(file, extension, codeVersion);
        case "csv" -> TableReader.read(file).result(file, extension, codeVersion);
        default -> document(file);
      };
    } catch (ThalwegException e) {
      throw BLAMED_ELSEWHERE.contains(e.code()) ? ofThisFile(e) : e;
    }
  }

  private static StoredResult document(ImportedFile file) {
    StoredResult read = ResultJson.read(file.name(), file.text());
    return new StoredResult(read.result().probe(), read.result(), read.provenance());
  }

  /** The extension of the name, if files like it are read. */
  private static String requireReadable(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (READABLE.contains(extension)) {
      return extension;
    }
    throw ThalwegException.of(ErrorCode.DATA_FORMAT)
        .expected("a file that ends in .h5, .npz, .csv or .json")
        .found("'" + name + "'")
        .next("name the file for its format; vtp files are for ParaView and are not read");
  }

  /** The readers of run folders blame the folder, results their caller; here it is the file. */
  private static ThalwegException ofThisFile(ThalwegException e) {
    return ThalwegException.of(ErrorCode.DATA_FORMAT)
        .expected(e.expected())
        .found(e.found())
        .because(e)
        .next("check the file, or export it again");
  }
}
