package org.thalweg.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One definition of sharpness or flatness, measured.
 *
 * @param measure the name of the definition, e.g. {@code "ball"}
 * @param value the number; NaN where it could not be had
 * @param error how far it may be off
 * @param radius the size of the neighbourhood
 * @param draws random perturbations used
 * @param details further numbers of the measure, by name, most telling first
 * @param outcome how it ended
 * @param reason why there is no value, when it does not apply; else empty
 * @param cost what this measure alone has cost
 */
public record SharpnessValue(
    String measure,
    double value,
    SharpnessError error,
    SharpnessRadius radius,
    int draws,
    Map<String, Double> details,
    Outcome outcome,
    String reason,
    Cost cost) {
  public SharpnessValue {
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }

  /** A value about which nothing else is known; {@code NON_FINITE} if it is not finite. */
  public static SharpnessValue of(String measure, double value) {
    Outcome outcome = Double.isFinite(value) ? Outcome.CONVERGED : Outcome.NON_FINITE;
    return new SharpnessValue(
        measure,
        value,
        SharpnessError.NONE,
        SharpnessRadius.NONE,
        0,
        Map.of(),
        outcome,
        "",
        Cost.NONE);
  }

  /** A measure that cannot be had here, and why. */
  public static SharpnessValue notApplicable(String measure, String reason) {
    return new SharpnessValue(
        measure,
        Double.NaN,
        SharpnessError.NONE,
        SharpnessRadius.NONE,
        0,
        Map.of(),
        Outcome.NOT_APPLICABLE,
        reason,
        Cost.NONE);
  }

  public SharpnessValue withError(SharpnessError other) {
    return new SharpnessValue(measure, value, other, radius, draws, details, outcome, reason, cost);
  }

  public SharpnessValue withRadius(double size, String unit) {
    SharpnessRadius other = new SharpnessRadius(size, unit);
    return new SharpnessValue(measure, value, error, other, draws, details, outcome, reason, cost);
  }

  public SharpnessValue withDraws(int number) {
    return new SharpnessValue(
        measure, value, error, radius, number, details, outcome, reason, cost);
  }

  /** With one more number of the measure, after those it has. */
  public SharpnessValue withDetail(String name, double number) {
    Map<String, Double> more = new LinkedHashMap<>(details);
    more.put(name, number);
    return new SharpnessValue(measure, value, error, radius, draws, more, outcome, reason, cost);
  }

  /** With another ending; a value that is not finite keeps its own. */
  public SharpnessValue withOutcome(Outcome ending) {
    Outcome other = outcome == Outcome.NON_FINITE ? outcome : ending;
    return new SharpnessValue(measure, value, error, radius, draws, details, other, reason, cost);
  }

  public SharpnessValue withCost(Cost spent) {
    return new SharpnessValue(
        measure, value, error, radius, draws, details, outcome, reason, spent);
  }

  /** The further number of this name; NaN if there is none. */
  public double detail(String name) {
    return details.getOrDefault(name, Double.NaN);
  }

  /** The larger of the two errors; NaN where there is none. */
  public double largestError() {
    return fromData() ? error.dataStandardError() : error.standardError();
  }

  /** This number as a row of a table, with the larger of its two errors. */
  Measurement measurement() {
    String kind = fromData() ? "standard error over samples" : error.kind();
    double largest = largestError();
    return new Measurement(measure, value, largest, Double.isNaN(largest) ? "" : kind, outcome);
  }

  private boolean fromData() {
    return error.dataStandardError() > error.standardError() || Double.isNaN(error.standardError());
  }
}
