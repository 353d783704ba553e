package org.thalweg.app;

import org.thalweg.app.request.ConnectRequest;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.Evaluation;
import org.thalweg.torch.objective.NetworkObjective;

/** The network at the other end of a path; it must be another point of the same landscape. */
final class SecondModel {
  private SecondModel() {}

  /**
   * Opens it, and the first one for a moment to compare them; nothing is written.
   *
   * @throws ThalwegException {@code WEIGHTS_MISMATCH} for another architecture; {@code
   *     CONFLICTING_OPTIONS} for other data or another loss
   */
  static OpenedModel open(ConnectRequest request) {
    try (OpenedModel first = ModelLoader.open(request.scope().model())) {
      return open(request, first, DatasetSource.fresh());
    }
  }

  /** Opens it and compares it with the first one. */
  static OpenedModel open(ConnectRequest request, OpenedModel first, DatasetSource source) {
    OpenedModel second = ModelLoader.open(request.other(), source);
    try {
      requireSameArchitecture(first, second);
      requireSameLandscape(first, second);
      return second;
    } catch (RuntimeException | Error e) {
      second.close();
      throw e;
    }
  }

  private static void requireSameArchitecture(OpenedModel first, OpenedModel second) {
    boolean same =
        first.network().layout().equals(second.network().layout())
            && first.trainedHere() == second.trainedHere()
            && (!first.trainedHere() || first.description().equals(second.description()));
    if (!same) {
      throw ThalwegException.of(ErrorCode.WEIGHTS_MISMATCH)
          .expected("two networks of one architecture")
          .found(words(first) + " and " + words(second))
          .next("connect networks that were trained with the same --net and --activation");
    }
  }

  private static void requireSameLandscape(OpenedModel first, OpenedModel second) {
    if (!first.data().contentHash().equals(second.data().contentHash())
        || !first.loss().name().equals(second.loss().name())) {
      throw ThalwegException.of(ErrorCode.CONFLICTING_OPTIONS)
          .expected("two networks with the same data and loss: two points of one landscape")
          .found(
              "%s with %s (%s) and %s with %s (%s)"
                  .formatted(
                      first.reference(),
                      first.data().name(),
                      first.loss().name(),
                      second.reference(),
                      second.data().name(),
                      second.loss().name()))
          .next("connect networks that were trained on the same data and the same --samples");
    }
  }

  /**
   * Refuses a network from elsewhere that is more than its parameters: batch-norm statistics of B
   * are no part of θ, and with those of A it is another network.
   */
  static void requireWhole(ProbeSession session, OpenedModel second, Vector theta) {
    if (second.trainedHere()) {
      return;
    }
    Evaluation here = session.objective().evaluate(theta);
    double own;
    try (NetworkObjective objective = session.objectiveOf(second);
        Vector weights = objective.parameters()) {
      own = objective.evaluate(weights).loss();
    }
    double scale = Math.max(Math.abs(own), Math.abs(here.loss()));
    if (Math.abs(own - here.loss()) > 1e-4 * scale) {
      throw ThalwegException.of(ErrorCode.NOT_APPLICABLE)
          .expected("networks that differ in their parameters only")
          .found(
              "%s has the loss %.6g by itself, and %.6g with the running statistics of the first"
                  .formatted(second.reference(), own, here.loss()))
          .next("add --batch-norm reestimate, which computes them anew all along the path");
    }
  }

  private static String words(OpenedModel model) {
    Object net = model.description().getOrDefault("net", "a network");
    return "%s: %s, %s, %,d weights"
        .formatted(
            model.reference(),
            net,
            model.description().getOrDefault("activation", "activation unknown"),
            model.network().layout().dimension());
  }
}
