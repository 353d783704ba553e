package org.thalweg.it;

import org.thalweg.data.Datasets;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Vector;
import org.thalweg.torch.network.Activation;
import org.thalweg.torch.network.NetworkSpecification;
import org.thalweg.torch.objective.NetworkObjective;
import org.thalweg.torch.objective.ObjectiveOptions;
import org.thalweg.torch.training.Trainer;

/**
 * A process that asks for more memory than it may have, without an estimate before, and then goes
 * on with what fits.
 */
final class ExhaustMemory {
  private ExhaustMemory() {}

  public static void main(String[] arguments) {
    var mnist = Datasets.open("mnist");
    var network = Trainer.network(NetworkSpecification.parse("cnn:64,64", Activation.RELU), mnist);
    double[] weights = network.initialize(0);
    var large = ObjectiveOptions.defaults().withChunkSize(60_000);
    try (var loss = NetworkObjective.of(network, weights, mnist.train(), large);
        Vector theta = loss.parameters();
        LinearOperator hessian = loss.hessian(theta);
        Vector product = hessian.apply(theta)) {
      System.out.println("it fitted: " + product.norm());
    } catch (ThalwegException e) {
      System.out.println(e.getMessage());
    }
    var some = mnist.train().select(0, 1, 2, 3);
    try (var loss = NetworkObjective.of(network, weights, some, ObjectiveOptions.defaults());
        Vector theta = loss.parameters()) {
      System.out.println("still alive, loss " + loss.evaluate(theta).loss());
    }
  }
}
