package org.thalweg.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.result.ProbeResult;
import org.thalweg.result.SliceResult;
import org.thalweg.result.SurfaceResult;

/** A format in which a result can leave Thalweg; each is described in docs/formats.md. */
public enum ExportFormat {
  /** A tidy table: one observation per line. Every kind of result. */
  CSV,
  /** Named NumPy arrays. Every kind of result. */
  NPZ,
  /** The surface file of tomgoldstein/loss-landscape. Slices and surfaces. */
  H5,
  /** VTK PolyData for ParaView. Surfaces. */
  VTP,
  /** The JSON document, with provenance; the only one that loses nothing. Every kind of result. */
  JSON;

  /** The format of this name or file extension, in any case. */
  public static ExportFormat named(String name) {
    return Arrays.stream(values())
        .filter(format -> format.extension().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                ThalwegException.of(ErrorCode.UNKNOWN_NAME)
                    .expected(
                        "one of " + Arrays.stream(values()).map(ExportFormat::extension).toList())
                    .found("'" + name + "'")
                    .next("choose one of these formats"));
  }

  /** Name and file extension, without a dot. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a result of this kind can be written in this format. */
  public boolean holds(ProbeResult result) {
    return switch (this) {
      case CSV, NPZ, JSON -> true;
      case H5 -> result instanceof SurfaceResult || result instanceof SliceResult;
      case VTP -> result instanceof SurfaceResult;
    };
  }

  /** The formats in which this result can be written. */
  public static List<ExportFormat> holding(ProbeResult result) {
    return Arrays.stream(values()).filter(format -> format.holds(result)).toList();
  }
}
