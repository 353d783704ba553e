package org.thalweg.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.app.request.DirectionChoice;
import org.thalweg.app.request.NormalizationChoice;
import org.thalweg.app.request.PlaneChoice;
import org.thalweg.direction.BiasRule;
import org.thalweg.direction.Direction;
import org.thalweg.direction.DirectionSource;
import org.thalweg.direction.GradientDirection;
import org.thalweg.direction.Normalization;
import org.thalweg.direction.Plane;
import org.thalweg.direction.RandomDirection;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.Eigenpair;
import org.thalweg.linalg.LanczosOptions;
import org.thalweg.linalg.Vector;
import org.thalweg.probe.curvature.HessianSpectrumProbe;
import org.thalweg.probe.curvature.Spectrum;
import org.thalweg.result.Outcome;

/**
 * The directions that a request names. Random ones are normalised as asked, with biases set to zero
 * under filter, layer and weight normalisation; gradients and eigenvectors mean something by
 * themselves and keep their biases.
 */
final class Directions {
  private final ProbeSession session;
  private final Normalization normalization;
  private final Map<String, Object> facts = new LinkedHashMap<>();

  Directions(ProbeSession session, NormalizationChoice choice) {
    this.session = session;
    this.normalization = Normalization.valueOf(choice.name());
  }

  /** The direction of a slice. */
  Direction line(DirectionChoice choice) {
    Direction line = direction(choice);
    describe(List.of(line));
    return line;
  }

  /** The plane of a surface. */
  Plane plane(PlaneChoice choice) {
    Plane plane;
    if (choice instanceof PlaneChoice.Eigenvectors eigenvectors) {
      List<Direction> pair = eigenvectors(List.of(eigenvectors.first(), eigenvectors.second()));
      plane = new Plane(normalized(pair.get(0)), normalized(pair.get(1)));
    } else {
      plane = new Plane(random(0), random(1));
    }
    describe(List.of(plane.first(), plane.second()));
    return plane;
  }

  /**
   * What provenance says of the directions that were asked for: how they arose, a hash of their
   * components and, of eigenvectors, eigenvalues, residuals and what the search cost, which the
   * cost of the probe leaves out.
   */
  Map<String, Object> facts() {
    return facts;
  }

  private void describe(List<Direction> directions) {
    facts.put("directions", directions.stream().map(one -> one.description().text()).toList());
    facts.put(
        "directionHashes", directions.stream().map(one -> WeightsHash.of(one.toArray())).toList());
  }

  private Direction direction(DirectionChoice choice) {
    if (choice instanceof DirectionChoice.Eigenvector eigenvector) {
      return normalized(eigenvectors(List.of(eigenvector.index())).get(0));
    }
    if (choice instanceof DirectionChoice.Gradient) {
      return normalized(GradientDirection.of(session.objective()));
    }
    return random(0);
  }

  private Direction random(int index) {
    Direction drawn =
        RandomDirection.of(session.objective().layout().dimension(), session.seed(), index);
    boolean scalesByWeights =
        normalization != Normalization.UNIT && normalization != Normalization.NONE;
    return normalized(drawn, scalesByWeights ? BiasRule.ZERO : BiasRule.KEEP);
  }

  private Direction normalized(Direction direction) {
    return normalized(direction, BiasRule.KEEP);
  }

  private Direction normalized(Direction direction, BiasRule biasRule) {
    return direction.normalized(
        normalization, biasRule, session.objective().layout(), session.model().weights());
  }

  /** Eigenvectors by rank, 1 for the largest eigenvalue, −1 for the smallest. */
  private List<Direction> eigenvectors(List<Integer> ranks) {
    int top = Math.max(0, ranks.stream().mapToInt(Integer::intValue).max().orElse(0));
    int bottom = Math.max(0, -ranks.stream().mapToInt(Integer::intValue).min().orElse(0));
    LanczosOptions options =
        session.memory().fit(LanczosOptions.of(top, bottom).withSeed(session.seed()));
    try (Vector theta = session.objective().parameters();
        Spectrum spectrum =
            new HessianSpectrumProbe(options)
                .measure(
                    session.objective(),
                    theta,
                    session.options().listener(),
                    session.options().cancellation())) {
      requireFound(spectrum.eigenpairs().outcome());
      List<Eigenpair> pairs = ranks.stream().map(rank -> pair(spectrum, rank)).toList();
      facts.put("eigenvalues", pairs.stream().map(Eigenpair::value).toList());
      facts.put("residuals", pairs.stream().map(Eigenpair::residual).toList());
      facts.put("directionProducts", spectrum.eigenpairs().products());
      List<Direction> directions = new ArrayList<>();
      for (int i = 0; i < pairs.size(); i++) {
        directions.add(
            Direction.of(
                new DirectionSource.Eigenvector("hessian", ranks.get(i)), pairs.get(i).vector()));
      }
      return directions;
    }
  }

  private static void requireFound(Outcome outcome) {
    if (outcome == Outcome.CANCELLED) {
      throw ThalwegException.of(ErrorCode.CANCELLED)
          .expected("the eigenvectors that span the line or plane")
          .found("a request to stop before they were found")
          .next("give the same command again; the search starts anew");
    }
    if (outcome == Outcome.NON_FINITE) {
      throw ThalwegException.of(ErrorCode.NOT_FINITE)
          .expected("finite products with the Hessian")
          .found("NaN or infinity")
          .next("look at the loss first: thalweg slice MODEL --direction random --range -0.1:0.1");
    }
  }

  private static Eigenpair pair(Spectrum spectrum, int rank) {
    List<Eigenpair> pairs = rank > 0 ? spectrum.eigenpairs().top() : spectrum.eigenpairs().bottom();
    if (pairs.size() < Math.abs(rank)) {
      throw ThalwegException.of(ErrorCode.NOT_FINITE)
          .expected("eigenvector " + rank + " of the Hessian")
          .found(
              "%d eigenvectors after %d products"
                  .formatted(pairs.size(), spectrum.eigenpairs().products()))
          .next("ask for one nearer to the end of the spectrum, e.g. eigen:1 or eigen:-1");
    }
    return pairs.get(Math.abs(rank) - 1);
  }
}
