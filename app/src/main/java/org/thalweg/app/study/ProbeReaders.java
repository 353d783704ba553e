package org.thalweg.app.study;

import java.util.Map;
import org.thalweg.app.request.Destination;
import org.thalweg.app.request.Execution;
import org.thalweg.app.request.ModelReference;
import org.thalweg.app.request.ProbeRequest;
import org.thalweg.app.request.ProbeScope;
import org.thalweg.app.request.Sampling;
import org.thalweg.app.request.Split;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.study.design.Place;
import org.thalweg.study.design.ProbePlan;

/** The readers of all probes by name, and what all probes have in common. */
final class ProbeReaders {
  static final String CONNECT = "connect";
  static final String TRAJECTORY = "trajectory";

  private static final Map<String, ProbeReader> BY_NAME =
      Map.of(
          "gradient",
          new GradientReader(),
          "hessian",
          new HessianReader(),
          "slice",
          new SliceReader(),
          "surface",
          new SurfaceReader(),
          "sharpness",
          new SharpnessReader(),
          TRAJECTORY,
          new TrajectoryReader(),
          "audit",
          new AuditReader());

  private ProbeReaders() {}

  /**
   * The request of a plan.
   *
   * @param model at which weights
   * @param seed of everything random unless the plan has one of its own
   */
  static ProbeRequest read(ProbePlan plan, ModelReference model, long seed) {
    ProbeReader reader = BY_NAME.get(plan.probe());
    if (reader == null) {
      throw PlacedFailure.placed(
          plan.places().getOrDefault("", Place.NONE),
          ThalwegException.of(ErrorCode.UNKNOWN_NAME)
              .expected(
                  "one of the probes "
                      + String.join(", ", BY_NAME.keySet().stream().sorted().toList()))
              .found("'" + plan.probe() + "'")
              .next("correct the name of the probe"));
    }
    return read(plan, model, seed, reader);
  }

  /** The request for a path between two models. */
  static ProbeRequest connect(
      ProbePlan plan, ModelReference model, ModelReference other, long seed) {
    return read(plan, model, seed, new ConnectReader(other));
  }

  private static ProbeRequest read(
      ProbePlan plan, ModelReference model, long seed, ProbeReader reader) {
    return PlacedFailure.at(
        plan.places(),
        () -> {
          PlannedOptions options = new PlannedOptions(plan.probe(), plan.options());
          ProbeRequest request = reader.read(scope(options, model, seed), options);
          options.requireAllKnown();
          return request;
        });
  }

  /** One worker: trials share the cores among them. */
  private static ProbeScope scope(PlannedOptions options, ModelReference model, long seed) {
    return new ProbeScope(
        model,
        new Sampling(
            options.choice("split", Split.class, Split.TRAIN),
            options.integer("samples"),
            options.integer("batch", 0)),
        Execution.of(options.whole("seed", seed), 1, options.text("precision", "float32")),
        Destination.DEFAULT);
  }
}
