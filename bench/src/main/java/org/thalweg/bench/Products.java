package org.thalweg.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.thalweg.direction.RandomDirection;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Vector;
import org.thalweg.torch.network.ForwardFunction;
import org.thalweg.torch.objective.NetworkObjective;
import org.thalweg.torch.objective.ObjectiveOptions;

/**
 * The ways to the same product: what a network keeps of a point or computes again, by derivatives
 * of its own or by autograd, for one vector or several; with two workers.
 */
final class Products implements AutoCloseable {
  private static final int SEVERAL = 8;
  private static final String REBUILT = "autograd, rebuilt";

  private final Report report;
  private final Subject subject;
  private final ForwardFunction network;
  private final double[] weights;
  private final List<AutoCloseable> open = new ArrayList<>();
  private final List<Vector> vectors = new ArrayList<>();
  private final List<Vector> products = new ArrayList<>();

  Products(Report report, Subject subject) {
    this.report = report;
    this.subject = subject;
    this.network = subject.function();
    this.weights = subject.weights(network);
  }

  void compare(double budget) {
    Map<String, LinearOperator> sides = new LinkedHashMap<>();
    sides.put("own derivatives, kept", side(network, true, false));
    sides.put("own derivatives, rebuilt", side(network, false, false));
    sides.put("own derivatives, Gauss–Newton", side(network, true, true));
    sides.put("autograd, kept", side(new Autograd(network), true, false));
    sides.put("autograd, Gauss–Newton", side(new Autograd(network), true, true));
    sides.put(REBUILT, side(new Autograd(network), false, false));
    Comparison comparison = new Comparison();
    sides.forEach(
        (name, operator) ->
            comparison.side(name, 1, () -> operator.apply(vectors.get(0), products.get(0))));
    for (String name : List.of("own derivatives, rebuilt", REBUILT)) {
      LinearOperator operator = sides.get(name);
      if (operator != null) {
        comparison.side(
            name + ", 8 vectors at once",
            SEVERAL,
            () -> operator.applyAll(vectors, products, () -> false));
      }
    }
    comparison.run(budget);
    for (String name : comparison.names()) {
      report.row(
          subject.title(),
          name,
          Report.time(comparison.median(name)),
          Report.time(comparison.least(name)),
          Report.ratio(comparison.ratio(REBUILT, name)),
          String.format(Locale.ROOT, "%d", comparison.rounds()));
    }
  }

  private LinearOperator side(ForwardFunction function, boolean kept, boolean gaussNewton) {
    ObjectiveOptions options = ThalwegWork.options(subject, function, weights, 2);
    NetworkObjective objective =
        NetworkObjective.of(
            function, weights, subject.samples(), kept ? options : options.withGraphBytes(0));
    open.add(objective);
    if (vectors.isEmpty()) {
      IntStream.range(0, SEVERAL).forEach(i -> addVector(objective, i));
    }
    try (Vector theta = objective.parameters()) {
      LinearOperator operator =
          gaussNewton ? objective.gaussNewton(theta) : objective.hessian(theta);
      open.add(0, operator);
      return operator;
    }
  }

  private void addVector(NetworkObjective objective, int index) {
    int dimension = objective.layout().dimension();
    vectors.add(RandomDirection.of(dimension, 0, index).in(objective.space()));
    products.add(objective.space().zeros());
  }

  @Override
  public void close() {
    for (AutoCloseable each : open) {
      try {
        each.close();
      } catch (Exception e) {
        throw new IllegalStateException("cannot be closed", e);
      }
    }
    vectors.forEach(Vector::close);
    products.forEach(Vector::close);
  }
}
