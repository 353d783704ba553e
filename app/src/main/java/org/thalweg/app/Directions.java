package org.thalweg.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.app.request.BiasChoice;
import org.thalweg.app.request.DirectionChoice;
import org.thalweg.app.request.LineScaling;
import org.thalweg.app.request.NormalizationChoice;
import org.thalweg.app.request.PlaneChoice;
import org.thalweg.direction.BiasRule;
import org.thalweg.direction.Direction;
import org.thalweg.direction.DirectionSource;
import org.thalweg.direction.GradientDirection;
import org.thalweg.direction.Normalization;
import org.thalweg.direction.Plane;
import org.thalweg.direction.RandomDirection;
import org.thalweg.direction.ThreePointPlane;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.Eigenpair;
import org.thalweg.linalg.LanczosOptions;
import org.thalweg.linalg.Vector;
import org.thalweg.probe.curvature.HessianSpectrumProbe;
import org.thalweg.probe.curvature.Spectrum;
import org.thalweg.result.Outcome;
import org.thalweg.result.PlanePoint;

/**
 * The directions that a request names. Random ones are normalised as asked, with biases set to zero
 * under filter, layer and weight normalisation unless told otherwise; gradients, eigenvectors and
 * principal components mean something by themselves and keep their biases; directions to other
 * models stay as they are.
 */
final class Directions {
  private final ProbeSession session;
  private final LineScaling scaling;
  private final Map<String, Object> facts = new LinkedHashMap<>();
  private final List<PlanePoint> marks = new ArrayList<>();

  Directions(ProbeSession session, NormalizationChoice choice) {
    this(session, new LineScaling(choice, BiasChoice.AUTO));
  }

  Directions(ProbeSession session, LineScaling scaling) {
    this.session = session;
    this.scaling = scaling;
  }

  /** The direction of a slice. */
  Direction line(DirectionChoice choice) {
    Direction line = direction(choice, 0);
    describe(List.of(line));
    return line;
  }

  /** A random direction by its number; the facts say what all of so many have in common. */
  Direction random(int index) {
    return normalized(
        RandomDirection.of(session.objective().layout().dimension(), session.seed(), index),
        NormalizationChoice.FILTER,
        true);
  }

  /** What the first {@code count} random directions have in common, in words. */
  String band(int count) {
    String text = random(0).description().text().replace("number 0", "numbers 0 to " + (count - 1));
    facts.put("directions", text);
    return text;
  }

  /** The plane of a surface; afterwards {@link #marks} are those of its models. */
  Plane plane(PlaneChoice choice, boolean oblique) {
    Plane plane = spanned(choice, oblique);
    describe(List.of(plane.first(), plane.second()));
    return plane;
  }

  Plane plane(PlaneChoice choice) {
    return plane(choice, false);
  }

  private Plane spanned(PlaneChoice choice, boolean oblique) {
    if (choice instanceof PlaneChoice.Through through) {
      return through(through, oblique);
    }
    if (choice instanceof PlaneChoice.Eigenvectors two) {
      return eigenplane(two.first(), two.second());
    }
    if (choice instanceof PlaneChoice.PrincipalComponents two) {
      return principalPlane(two.first(), two.second());
    }
    if (choice instanceof PlaneChoice.Spanned two) {
      if (two.first() instanceof DirectionChoice.Eigenvector first
          && two.second() instanceof DirectionChoice.Eigenvector second) {
        return eigenplane(first.index(), second.index());
      }
      if (two.first() instanceof DirectionChoice.PrincipalComponent first
          && two.second() instanceof DirectionChoice.PrincipalComponent second) {
        return principalPlane(first.rank(), second.rank());
      }
      Direction first = direction(two.first(), 0);
      boolean bothRandom = two.first() instanceof DirectionChoice.Random;
      Direction second = direction(two.second(), bothRandom ? 1 : 0);
      markEnd(two.first(), 1, 0);
      markEnd(two.second(), 0, 1);
      return new Plane(first, second);
    }
    return new Plane(random(0), random(1));
  }

  private Plane through(PlaneChoice.Through choice, boolean oblique) {
    Direction second = towards(choice.second());
    Direction third = towards(choice.third());
    ThreePointPlane three =
        oblique
            ? ThreePointPlane.oblique(second, third)
            : ThreePointPlane.orthogonal(second, third);
    marks.add(new PlanePoint("A: " + OtherModel.name(session.model().reference()), 0, 0));
    marks.add(new PlanePoint("B: " + OtherModel.name(choice.second()), 1, 0));
    marks.add(
        new PlanePoint(
            "C: " + OtherModel.name(choice.third()), three.thirdAlpha(), three.thirdBeta()));
    facts.put("thirdModelAt", List.of(three.thirdAlpha(), three.thirdBeta()));
    return three.plane();
  }

  private void markEnd(DirectionChoice choice, double alpha, double beta) {
    if (choice instanceof DirectionChoice.Towards other) {
      marks.add(new PlanePoint(OtherModel.name(other.model()), alpha, beta));
    }
  }

  private Plane eigenplane(int first, int second) {
    List<Direction> pair = eigenvectors(List.of(first, second));
    return new Plane(meaningful(pair.get(0)), meaningful(pair.get(1)));
  }

  private Plane principalPlane(int first, int second) {
    PrincipalDirections found = principal(Math.max(first, second));
    return new Plane(meaningful(found.direction(first)), meaningful(found.direction(second)));
  }

  /** The first components of the snapshots beside the model; the facts say what each holds. */
  private PrincipalDirections principal(int most) {
    PrincipalDirections found =
        PrincipalDirections.of(session.model(), session.objective().layout(), most);
    facts.put("explainedVariance", found.variance().ratios().stream().limit(most).boxed().toList());
    return found;
  }

  /** Named points of the plane that was asked for. */
  List<PlanePoint> marks() {
    return List.copyOf(marks);
  }

  /**
   * What provenance says of the directions that were asked for: how they arose, a hash of their
   * components; of eigenvectors, eigenvalues, residuals and what the search cost, which the cost of
   * the probe leaves out; of principal components, their shares of the variance.
   */
  Map<String, Object> facts() {
    return facts;
  }

  private void describe(List<Direction> directions) {
    facts.put("directions", directions.stream().map(one -> one.description().text()).toList());
    facts.put(
        "directionHashes", directions.stream().map(one -> WeightsHash.of(one.toArray())).toList());
  }

  private Direction direction(DirectionChoice choice, int randomIndex) {
    if (choice instanceof DirectionChoice.Eigenvector eigenvector) {
      return meaningful(eigenvectors(List.of(eigenvector.index())).get(0));
    }
    if (choice instanceof DirectionChoice.Gradient) {
      return meaningful(GradientDirection.of(session.objective()));
    }
    if (choice instanceof DirectionChoice.PrincipalComponent component) {
      return meaningful(principal(component.rank()).direction(component.rank()));
    }
    if (choice instanceof DirectionChoice.Towards other) {
      return towards(other.model());
    }
    return random(randomIndex);
  }

  /** Never normalised: α = 1 is the other model. */
  private Direction towards(String model) {
    return OtherModel.direction(session, model);
  }

  /** A direction that rules for filters would make another one: only its length is changed. */
  private Direction meaningful(Direction direction) {
    return normalized(direction, NormalizationChoice.UNIT, false);
  }

  private Direction normalized(Direction direction, NormalizationChoice automatic, boolean random) {
    NormalizationChoice choice =
        scaling.normalization() == NormalizationChoice.AUTO ? automatic : scaling.normalization();
    Normalization normalization = Normalization.valueOf(choice.name());
    boolean scalesByWeights =
        normalization == Normalization.FILTER
            || normalization == Normalization.LAYER
            || normalization == Normalization.WEIGHT;
    BiasRule biasRule =
        scaling.biases() != BiasChoice.AUTO
            ? BiasRule.valueOf(scaling.biases().name())
            : random && scalesByWeights ? BiasRule.ZERO : BiasRule.KEEP;
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
