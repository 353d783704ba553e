package org.thalweg.app.study;

import java.util.List;
import org.thalweg.app.request.CurveChoice;
import org.thalweg.app.request.CurveChoice.ElasticBand;
import org.thalweg.app.request.CurveChoice.Trained;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** The kind of path between two networks. */
final class CurveReader {
  private CurveReader() {}

  static CurveChoice read(PlannedOptions options) {
    String curve = options.text("curve", "linear");
    return switch (curve) {
      case "linear" -> {
        forbid(
            options, curve, List.of("bends", "steps", "epochs", "curve-batch", "lr", "tolerance"));
        yield new CurveChoice.Linear();
      }
      case "bezier", "polychain" -> {
        forbid(options, curve, List.of("tolerance"));
        yield new Trained(
            curve,
            options.integer("bends", Trained.DEFAULT_BENDS),
            options.integer("steps"),
            options.integer("epochs"),
            options.integer("curve-batch", Trained.DEFAULT_BATCH),
            options.number("lr", Trained.DEFAULT_LEARNING_RATE));
      }
      case "elastic-band" -> {
        forbid(options, curve, List.of("epochs", "curve-batch", "lr"));
        yield new ElasticBand(
            options.integer("bends", ElasticBand.DEFAULT_PIVOTS),
            options.integer("steps", ElasticBand.DEFAULT_ITERATIONS),
            options.number("tolerance", ElasticBand.DEFAULT_TOLERANCE));
      }
      default -> throw options.invalid("curve", "linear, bezier, polychain or elastic-band");
    };
  }

  private static void forbid(PlannedOptions options, String curve, List<String> names) {
    for (String name : names) {
      if (options.has(name)) {
        throw ThalwegException.of(ErrorCode.CONFLICTING_OPTIONS)
            .expected("no --%s with the curve %s".formatted(name, curve))
            .found("one")
            .next("leave it out, or choose another curve, e.g. bezier");
      }
    }
  }
}
