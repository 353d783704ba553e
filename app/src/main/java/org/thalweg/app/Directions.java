package org.thalweg.app;

import java.util.ArrayList;
import java.util.List;
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
import org.thalweg.linalg.Eigenpair;
import org.thalweg.linalg.Eigenpairs;
import org.thalweg.linalg.LanczosOptions;
import org.thalweg.linalg.Vector;
import org.thalweg.probe.curvature.HessianSpectrumProbe;
import org.thalweg.probe.curvature.Spectrum;

/**
 * The directions that a request names. Random ones are normalised as asked, with biases set to zero
 * under filter, layer and weight normalisation; gradients and eigenvectors mean something by
 * themselves and keep their biases.
 */
final class Directions {
  private final ProbeSession session;
  private final Normalization normalization;

  Directions(ProbeSession session, NormalizationChoice choice) {
    this.session = session;
    this.normalization = Normalization.valueOf(choice.name());
  }

  Direction line(DirectionChoice choice) {
    if (choice instanceof DirectionChoice.Eigenvector eigenvector) {
      return normalized(eigenvectors(List.of(eigenvector.index())).get(0), BiasRule.KEEP);
    }
    if (choice instanceof DirectionChoice.Gradient) {
      return normalized(GradientDirection.of(session.objective()), BiasRule.KEEP);
    }
    return random(0);
  }

  Plane plane(PlaneChoice choice) {
    if (choice instanceof PlaneChoice.Eigenvectors eigenvectors) {
      List<Direction> pair = eigenvectors(List.of(eigenvectors.first(), eigenvectors.second()));
      return new Plane(
          normalized(pair.get(0), BiasRule.KEEP), normalized(pair.get(1), BiasRule.KEEP));
    }
    return new Plane(random(0), random(1));
  }

  private Direction random(int index) {
    Direction drawn =
        RandomDirection.of(
            session.objective().layout().dimension(), session.execution().seed(), index);
    boolean scalesByWeights =
        normalization != Normalization.UNIT && normalization != Normalization.NONE;
    return normalized(drawn, scalesByWeights ? BiasRule.ZERO : BiasRule.KEEP);
  }

  private Direction normalized(Direction direction, BiasRule biasRule) {
    return direction.normalized(
        normalization, biasRule, session.objective().layout(), session.model().weights());
  }

  /** Eigenvectors by rank, 1 for the largest eigenvalue, −1 for the smallest. */
  private List<Direction> eigenvectors(List<Integer> ranks) {
    int top = Math.max(0, ranks.stream().mapToInt(Integer::intValue).max().orElse(0));
    int bottom = Math.max(0, -ranks.stream().mapToInt(Integer::intValue).min().orElse(0));
    LanczosOptions options = LanczosOptions.of(top, bottom).withSeed(session.execution().seed());
    List<Direction> directions = new ArrayList<>();
    try (Vector theta = session.objective().parameters();
        Spectrum spectrum =
            new HessianSpectrumProbe(options)
                .measure(
                    session.objective(),
                    theta,
                    session.options().listener(),
                    session.options().cancellation())) {
      Eigenpairs pairs = spectrum.eigenpairs();
      for (int rank : ranks) {
        DirectionSource source = new DirectionSource.Eigenvector("hessian", rank);
        Eigenpair pair = rank > 0 ? pairs.top().get(rank - 1) : pairs.bottom().get(-rank - 1);
        directions.add(Direction.of(source, pair.vector()));
      }
    }
    return directions;
  }
}
