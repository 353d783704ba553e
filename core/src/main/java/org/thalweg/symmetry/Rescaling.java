package org.thalweg.symmetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.random.RandomStream;

/**
 * Positive factors for the units of a network: another θ for the same function.
 *
 * @param name for tables, e.g. {@code "hidden 1 × 10"}
 * @param unitwise whether units of one group have different factors
 * @param factors one array for each group
 */
public record Rescaling(String name, boolean unitwise, List<double[]> factors) {
  public Rescaling {
    factors = List.copyOf(factors);
  }

  /**
   * The first group that can be rescaled times c, and what reads it divided by c (Dinh et al. 2017,
   * "α-scale transformation").
   *
   * @throws ThalwegException {@code NOT_APPLICABLE} if no group can be
   */
  public static Rescaling layer(NetworkSymmetries symmetries, double c) {
    requireRescalable(symmetries);
    List<double[]> factors = new ArrayList<>();
    String name = "";
    for (UnitGroup group : symmetries.groups()) {
      boolean chosen = group.rescalable() && name.isEmpty();
      name = chosen ? group.name() : name;
      factors.add(filled(group, chosen ? c : 1));
    }
    String factor = c == Math.rint(c) ? "%.0f".formatted(c) : Double.toString(c);
    return new Rescaling(name + " × " + factor, false, factors);
  }

  /**
   * Every unit times exp(σz), z standard normal: the streams (seed, {@code "unit factors"}, group).
   *
   * @throws ThalwegException {@code NOT_APPLICABLE} if no group can be rescaled
   */
  public static Rescaling logNormal(NetworkSymmetries symmetries, double sigma, long seed) {
    requireRescalable(symmetries);
    List<double[]> factors = new ArrayList<>();
    for (int g = 0; g < symmetries.groups().size(); g++) {
      UnitGroup group = symmetries.groups().get(g);
      RandomStream stream = RandomStream.of(seed, "unit factors", g);
      double[] own = filled(group, 1);
      if (group.rescalable()) {
        Arrays.setAll(own, unit -> Math.exp(sigma * stream.gaussian()));
      }
      factors.add(own);
    }
    return new Rescaling("each unit × exp(" + sigma + " z)", true, factors);
  }

  private static double[] filled(UnitGroup group, double value) {
    double[] factors = new double[group.units()];
    Arrays.fill(factors, value);
    return factors;
  }

  private static void requireRescalable(NetworkSymmetries symmetries) {
    if (!symmetries.rescalable()) {
      throw ThalwegException.of(ErrorCode.NOT_APPLICABLE)
          .expected("hidden units with a positively homogeneous nonlinearity, such as relu")
          .found(symmetries.groups().isEmpty() ? "no hidden units" : "none among the hidden units")
          .next("audit a network with --activation relu");
    }
  }
}
