package org.thalweg.symmetry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.parameter.ParameterTensor;
import org.thalweg.random.RandomStream;

/**
 * The symmetries of a network: changes of θ that leave its function as it is.
 *
 * <ul>
 *   <li><b>Permutations</b> (Hecht-Nielsen 1990): the hidden units of a group in another order,
 *       wherever they appear.
 *   <li><b>Rescalings</b> (Neyshabur et al. 2015; Dinh et al. 2017): where the nonlinearity is
 *       positively homogeneous, unit i of a group multiplied by cᵢ > 0 where it is made, biases
 *       included, and divided by cᵢ where it is read. A layer times c and the next divided by c is
 *       the case of equal factors.
 * </ul>
 *
 * <p>The function is the same up to rounding. A description of a network, without weights; knows
 * nothing of how the network is computed.
 *
 * @param layout how θ is divided
 * @param groups the hidden units, from input to output
 */
public record NetworkSymmetries(ParameterLayout layout, List<UnitGroup> groups) {
  public NetworkSymmetries {
    groups = List.copyOf(groups);
    Set<String> taken = new HashSet<>();
    for (UnitGroup group : groups) {
      for (UnitAxis axis : group.axes()) {
        requireFit(layout.tensor(axis.tensor()), axis, group);
        if (!taken.add(axis.axis() + " " + axis.tensor())) {
          throw invalid("every axis of a tensor at most once", describe(axis) + " twice");
        }
      }
    }
  }

  private static void requireFit(ParameterTensor tensor, UnitAxis axis, UnitGroup group) {
    int length = axis.axis() < tensor.shape().size() ? tensor.shape().get(axis.axis()) : -1;
    if (length != (long) group.units() * axis.block()) {
      throw invalid(
          "%d units of %d along %s, group '%s'"
              .formatted(group.units(), axis.block(), describe(axis), group.name()),
          "shape " + tensor.shape());
    }
  }

  private static String describe(UnitAxis axis) {
    return "axis " + axis.axis() + " of '" + axis.tensor() + "'";
  }

  private static ThalwegException invalid(String expected, String found) {
    return ThalwegException.of(ErrorCode.INVALID_LAYOUT)
        .expected(expected)
        .found(found)
        .next("correct the description of the network's symmetries");
  }

  /** Whether any group can be rescaled. */
  public boolean rescalable() {
    return groups.stream().anyMatch(UnitGroup::rescalable);
  }

  /**
   * θ with the units of each group in another order.
   *
   * @param permutations one for each group
   */
  public double[] permute(double[] theta, List<Permutation> permutations) {
    double[] result = requireLength(theta).clone();
    requireEqual("a permutation for each of %d groups", groups.size(), permutations.size());
    for (int g = 0; g < groups.size(); g++) {
      Permutation permutation = permutations.get(g);
      requireEqual("an order of %d units", groups.get(g).units(), permutation.size());
      places(g).forEach(place -> place.permute(result, permutation));
    }
    return result;
  }

  /**
   * θ with the units of each group multiplied by positive factors.
   *
   * @param factors for each group one number per unit; all 1 where a group is not rescalable
   */
  public double[] rescale(double[] theta, List<double[]> factors) {
    double[] result = requireLength(theta).clone();
    requireEqual("factors for each of %d groups", groups.size(), factors.size());
    for (int g = 0; g < groups.size(); g++) {
      double[] own = factors.get(g);
      requireEqual("factors for %d units", groups.get(g).units(), own.length);
      requireFactors(groups.get(g), own);
      places(g).forEach(place -> place.rescale(result, own));
    }
    return result;
  }

  /** All units in their places. */
  public List<Permutation> identity() {
    return groups.stream().map(group -> Permutation.identity(group.units())).toList();
  }

  /** A random order for each group. */
  public List<Permutation> randomPermutations(long seed) {
    return IntStream.range(0, groups.size())
        .mapToObj(
            g ->
                Permutation.random(
                    groups.get(g).units(), RandomStream.of(seed, "unit permutation", g)))
        .toList();
  }

  /** The places of a group, resolved. */
  List<UnitPlace> places(int group) {
    UnitGroup of = groups.get(group);
    List<UnitPlace> places = new ArrayList<>();
    for (UnitAxis axis : of.axes()) {
      places.add(UnitPlace.of(axis, layout.tensor(axis.tensor()), of.units()));
    }
    return places;
  }

  private double[] requireLength(double[] theta) {
    requireEqual("%d parameters", layout.dimension(), theta.length);
    return theta;
  }

  private static void requireEqual(String what, int expected, int found) {
    if (expected != found) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected(what.formatted(expected))
          .found(Integer.toString(found))
          .next("use weights and symmetries of the same network");
    }
  }

  private static void requireFactors(UnitGroup group, double[] factors) {
    for (double factor : factors) {
      boolean sound = factor > 0 && Double.isFinite(factor);
      if (!sound || (!group.rescalable() && factor != 1)) {
        throw ThalwegException.of(ErrorCode.INVALID_OPTION)
            .expected(
                group.rescalable()
                    ? "positive factors for group '" + group.name() + "'"
                    : "the factor 1 for group '" + group.name() + "', which is not homogeneous")
            .found(Double.toString(factor))
            .next("rescale only units of positively homogeneous nonlinearities, e.g. relu");
      }
    }
  }
}
