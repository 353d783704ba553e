package org.thalweg.export;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.provenance.Environment;
import org.thalweg.provenance.Provenance;
import org.thalweg.result.Cost;
import org.thalweg.result.Grid;
import org.thalweg.result.Outcome;
import org.thalweg.result.ProbeResult;
import org.thalweg.result.SliceResult;
import org.thalweg.result.SurfaceResult;
import org.thalweg.result.Values;
import org.thalweg.store.StoredResult;

/**
 * A loss over a line or a plane as a file holds it, on its way to being a result.
 *
 * @param alpha steps along the first direction
 * @param beta steps along the second one; empty for a line
 * @param loss at (α_i, β_j) in place i·|β| + j; NaN where it was not computed
 * @param missing how many points were not computed
 * @param details what else the file said, for the provenance
 */
record ImportedLoss(
    Values alpha,
    Optional<Values> beta,
    Values loss,
    Values standardError,
    Values accuracy,
    int missing,
    Map<String, Object> details) {

  /** More points than anyone has measured; keeps a few hostile lines from filling the memory. */
  private static final long MOST_POINTS = 1L << 22;

  /** How many points these axes span. */
  static int points(int alphas, int betas, String file) {
    long points = (long) alphas * betas;
    if (points == 0 || points > MOST_POINTS) {
      throw ThalwegException.of(ErrorCode.DATA_FORMAT)
          .expected("a grid of 1 to " + MOST_POINTS + " points in " + file)
          .found(alphas + " × " + betas + " coordinates")
          .next("check the coordinates: points of a grid share them exactly");
    }
    return (int) points;
  }

  /** The result, with a provenance that says where it comes from. */
  StoredResult result(ImportedFile file, String format, String codeVersion) {
    String probe = beta.isPresent() ? "surface" : "slice";
    Map<String, Object> specification = new LinkedHashMap<>();
    specification.put("file", file.name());
    specification.put("fileHash", file.hash());
    specification.put("format", format);
    specification.put("probe", probe);
    specification.put("missingPoints", missing);
    specification.putAll(details);
    Provenance provenance =
        new Provenance(
            "import",
            specification,
            Map.of(),
            "",
            "",
            codeVersion,
            new Environment("unknown", "unknown", "unknown", 0, "", 0, "unknown"),
            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    return new StoredResult(probe, probe(file.name()), provenance);
  }

  private ProbeResult probe(String file) {
    if (beta.isEmpty()) {
      return new SliceResult(
          "imported from " + file, alpha, loss, standardError, accuracy, outcome(), Cost.NONE);
    }
    return new SurfaceResult(
        List.of("first direction of " + file, "second direction of " + file),
        alpha,
        beta.get(),
        grid(loss),
        grid(standardError),
        grid(accuracy),
        Double.NaN,
        outcome(),
        Cost.NONE);
  }

  private Grid grid(Values values) {
    return new Grid(alpha.size(), values.size() / alpha.size(), values);
  }

  private Outcome outcome() {
    if (missing > 0) {
      return Outcome.CANCELLED;
    }
    return loss.stream().allMatch(Double::isFinite) ? Outcome.CONVERGED : Outcome.NON_FINITE;
  }

  /** For files that have no word for it: a loss of NaN counts as not computed. */
  static int missingWhereNaN(Values loss) {
    return (int) loss.stream().filter(Double::isNaN).count();
  }

  static double[] unknown(int points) {
    double[] values = new double[points];
    Arrays.fill(values, Double.NaN);
    return values;
  }
}
