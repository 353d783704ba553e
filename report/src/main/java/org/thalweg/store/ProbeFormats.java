package org.thalweg.store;

import java.util.List;
import java.util.Map;
import org.thalweg.array.NumericArray;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.result.ProbeResult;
import tools.jackson.databind.node.ObjectNode;

/** The formats of all probes. */
final class ProbeFormats {
  private static final List<ProbeFormat<?>> ALL =
      List.of(
          new SliceFormat(),
          new SliceBandFormat(),
          new SurfaceFormat(),
          new AdaptiveSurfaceFormat(),
          new ConvexityMapFormat(),
          new TopologyFormat(),
          new SpectrumFormat(),
          new GradientFormat(),
          new SharpnessFormat(),
          new AuditFormat(),
          new TrajectoryFormat(),
          new ConnectionFormat());

  private ProbeFormats() {}

  /**
   * The format of a probe that a file names.
   *
   * @param where names the file in errors
   */
  static ProbeFormat<?> named(String probe, String where) {
    return ALL.stream()
        .filter(format -> format.probe().equals(probe))
        .findFirst()
        .orElseThrow(
            () ->
                ThalwegException.of(ErrorCode.RUN_FOLDER_INVALID)
                    .expected("one of " + ALL.stream().map(ProbeFormat::probe).toList())
                    .found("'" + probe + "' in " + where)
                    .next("open it with the version of Thalweg that wrote it"));
  }

  static ObjectNode values(ProbeResult result) {
    return typed(result).values();
  }

  static Table table(ProbeResult result) {
    return typed(result).table();
  }

  static Map<String, NumericArray> arrays(ProbeResult result) {
    return typed(result).arrays();
  }

  private static Typed<?> typed(ProbeResult result) {
    return ALL.stream()
        .filter(format -> format.type().isInstance(result))
        .findFirst()
        .map(format -> Typed.of(format, result))
        .orElseThrow(
            () ->
                ThalwegException.of(ErrorCode.INTERNAL)
                    .expected("a result whose file format is known")
                    .found(result.getClass().getName())
                    .next("report this as a defect of Thalweg"));
  }

  /** A result together with the format of its own type. */
  private record Typed<R extends ProbeResult>(ProbeFormat<R> format, R result) {
    static <R extends ProbeResult> Typed<R> of(ProbeFormat<R> format, ProbeResult result) {
      return new Typed<>(format, format.type().cast(result));
    }

    ObjectNode values() {
      return format.values(result);
    }

    Table table() {
      return format.table(result);
    }

    Map<String, NumericArray> arrays() {
      return format.arrays(result);
    }
  }
}
