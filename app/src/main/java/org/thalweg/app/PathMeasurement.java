package org.thalweg.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thalweg.app.request.ConnectRequest;
import org.thalweg.app.request.Split;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.execution.LocalEvaluator;
import org.thalweg.execution.PointLedger;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.Objective;
import org.thalweg.probe.connectivity.FoundPath;
import org.thalweg.probe.connectivity.Path;
import org.thalweg.probe.connectivity.PathPlaneProbe;
import org.thalweg.probe.connectivity.PathProbe;
import org.thalweg.probe.connectivity.Similarities;
import org.thalweg.result.ConnectionResult;
import org.thalweg.result.Cost;
import org.thalweg.result.NetworkSimilarity;
import org.thalweg.result.Outcome;
import org.thalweg.result.PathPlane;
import org.thalweg.result.PathProfile;
import org.thalweg.result.Values;
import org.thalweg.torch.objective.NetworkAnswers;
import org.thalweg.torch.objective.NetworkObjective;

/**
 * Everything that is measured of one path: losses over both halves of the data, the straight line
 * for comparison, the plane, and how alike the ends are. Each grid has a part of the ledger. It is
 * made before the path is searched for, whose cost counts.
 */
final class PathMeasurement {
  private final ProbeSession session;
  private final ConnectRequest request;
  private final PointLedger ledger;
  private final PathProbe probe;
  private final List<Outcome> outcomes = new ArrayList<>();
  private final long start = System.nanoTime();
  private final Cost before;
  private int used;

  PathMeasurement(ProbeSession session, ConnectRequest request, PointLedger ledger) {
    this.session = session;
    this.request = request;
    this.ledger = ledger;
    this.probe = new PathProbe(request.points());
    this.before = session.objective().cost();
  }

  ConnectionResult measure(FoundPath found, Vector a, Vector b) {
    Path path = found.path();
    Values t = probe.parameters();
    List<PathProfile> profiles = new ArrayList<>();
    profiles.add(profile(session.objective(), path, session.split()));
    Cost elsewhere = Cost.NONE;
    Optional<NetworkObjective> other = session.objectiveOverOtherSplit();
    if (other.isPresent()) {
      try (NetworkObjective objective = other.get()) {
        Split split = session.split() == Split.TRAIN ? Split.TEST : Split.TRAIN;
        profiles.add(profile(objective, path, split));
        elsewhere = objective.cost();
      }
    }
    Optional<PathProfile> straight = straight(found, a, b);
    Optional<PathPlane> plane = plane(path, t);
    NetworkSimilarity similarity = similarity(a, b);
    outcomes.add(found.search().outcome());
    Cost here = session.objective().cost().minus(before);
    double seconds = (System.nanoTime() - start) * 1e-9;
    return new ConnectionResult(
        found.curve(),
        path.bends(),
        request.alignment().toString(),
        t,
        path.arcLengths(t),
        profiles,
        straight,
        found.search(),
        similarity,
        plane,
        outcome(),
        here.plus(elsewhere).plus(new Cost(0, 0, 0, seconds)));
  }

  private PathProfile profile(Objective objective, Path path, Split split) {
    PathProbe.Measured measured =
        probe.run(
            objective,
            path,
            split.toString(),
            new LocalEvaluator(),
            part(probe.points()),
            options());
    outcomes.add(measured.outcome());
    return measured.profile();
  }

  private Optional<PathProfile> straight(FoundPath found, Vector a, Vector b) {
    if (found.curve().equals("linear")) {
      return Optional.empty();
    }
    try (Path line = Path.line(a, b)) {
      return Optional.of(profile(session.objective(), line, session.split()));
    }
  }

  private Optional<PathPlane> plane(Path path, Values t) {
    if (request.plane().isEmpty()) {
      return Optional.empty();
    }
    int points = request.plane().getAsInt();
    PathPlane plane =
        new PathPlaneProbe(points)
            .run(
                session.objective(),
                path,
                t,
                new LocalEvaluator(),
                part(points * points),
                options());
    outcomes.add(plane.surface().outcome());
    return Optional.of(plane);
  }

  private NetworkSimilarity similarity(Vector a, Vector b) {
    if (session.options().cancellation().requested()) {
      outcomes.add(Outcome.CANCELLED);
      return Similarities.ofWeights(a, b);
    }
    NetworkAnswers first = session.objective().answers(a);
    NetworkAnswers second = session.objective().answers(b);
    return Similarities.of(
        a, b, first.values(), second.values(), first.positions(), first.classifies());
  }

  private PointLedger part(int points) {
    PointLedger part = new ShiftedLedger(ledger, used);
    used += points;
    return part;
  }

  private ExecutionOptions options() {
    return session.options();
  }

  /** The worst of all parts. */
  private Outcome outcome() {
    for (Outcome worst : List.of(Outcome.CANCELLED, Outcome.NON_FINITE, Outcome.BUDGET_EXHAUSTED)) {
      if (outcomes.contains(worst)) {
        return worst;
      }
    }
    return Outcome.CONVERGED;
  }
}
