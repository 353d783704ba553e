package org.thalweg.export;

import java.nio.file.Path;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.result.SurfaceResult;
import org.thalweg.store.ResultFiles;
import org.thalweg.store.StoredResult;

/**
 * Writes one result as one file for other tools. The file appears whole or not at all, and replaces
 * one that is there; missing folders are created.
 *
 * <p>Errors: {@code INVALID_OPTION} when the format cannot hold the result, naming the formats that
 * can; {@code FILE_EXISTS} when a folder is in the way; {@code FILE_NOT_WRITABLE}; {@code
 * DISK_FULL}.
 */
public final class Exporter {
  private Exporter() {}

  public static void export(StoredResult result, ExportFormat format, Path file) {
    export(result, format, file, ExportOptions.DEFAULT);
  }

  public static void export(
      StoredResult result, ExportFormat format, Path file, ExportOptions options) {
    if (!format.holds(result.result())) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("a result that " + format.extension() + " files can hold")
          .found("the " + result.result().probe() + " '" + result.id() + "'")
          .next(
              "choose one of "
                  + ExportFormat.holding(result.result()).stream()
                      .map(ExportFormat::extension)
                      .toList());
    }
    switch (format) {
      case CSV -> ResultFiles.writeTable(file, result.result());
      case NPZ -> ResultFiles.writeArrays(file, result.result());
      case JSON -> ResultFiles.writeDocument(file, result);
      case H5 -> SurfaceFile.write(file, result, options.directionFile());
      case VTP -> PolyDataFile.write(file, mesh(result, options.height()));
    }
  }

  private static SurfaceMesh mesh(StoredResult result, Height height) {
    if (result.result() instanceof SurfaceResult surface) {
      return SurfaceMesh.of(surface, height);
    }
    throw new IllegalStateException("only surfaces are meshes");
  }
}
