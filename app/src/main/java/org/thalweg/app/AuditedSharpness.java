package org.thalweg.app;

import java.util.Set;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.Objective;
import org.thalweg.probe.audit.AuditedMeasure;
import org.thalweg.probe.audit.Reading;
import org.thalweg.probe.sharpness.SharpnessMeasure;
import org.thalweg.probe.sharpness.SharpnessPoint;
import org.thalweg.result.Invariance;
import org.thalweg.result.SharpnessValue;

/** A measure of sharpness as an audit looks at it. */
record AuditedSharpness(SharpnessMeasure measure) implements AuditedMeasure {
  private static final Set<String> LAYERS =
      Set.of("asam-filter", "relative-flatness", "basin-width");
  private static final Set<String> UNITS = Set.of("asam", "fisher-rao", "fisher-rao-empirical");

  @Override
  public String name() {
    return measure.name();
  }

  /**
   * A perturbation measured relative to each parameter follows every rescaling; one measured
   * relative to the norm of a filter follows those of whole layers; a ball or box of fixed size
   * follows none, and neither does one that grows with ‖θ‖, which is the norm of everything.
   * Products of θ with as many derivatives (Fisher and Rao) follow every rescaling, those of the
   * rows of a layer with its Hessian (Petzka et al.) those of whole layers.
   */
  @Override
  public Invariance invariance() {
    String name = measure.name();
    if (LAYERS.contains(name) || name.startsWith("filter-adaptive-")) {
      return Invariance.LAYERS;
    }
    boolean relative = UNITS.contains(name) || name.startsWith("adaptive-");
    return relative ? Invariance.UNITS : Invariance.NONE;
  }

  @Override
  public Reading read(Objective objective, Vector theta, ExecutionOptions options) {
    ExecutionOptions silent = options.withListener((activity, done, total) -> {});
    SharpnessValue value = measure.measure(new SharpnessPoint(objective, theta, silent));
    return Reading.exact(value.value());
  }
}
