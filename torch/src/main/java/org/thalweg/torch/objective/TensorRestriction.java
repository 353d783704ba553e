package org.thalweg.torch.objective;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.thalweg.linalg.AffineSubspace;
import org.thalweg.objective.Evaluation;
import org.thalweg.objective.Restriction;

/**
 * A network's loss along a line or plane, by the cheaper of two ways: sharing the first layer where
 * the network begins with a linear one, else point by point while a chunk is in cache.
 *
 * <p>Sharing costs as much as (1 + dimensions) evaluations of the first layer before the first
 * point. The choice depends on the network and the data alone, so that a point has the same value
 * whichever others are wanted with it; the origin and the ends of the directions are always
 * evaluated as single points are, so that networks between which a path is drawn have exactly their
 * own losses.
 */
final class TensorRestriction implements Restriction {
  private final AffineSubspace subspace;
  private final PointBlock block;
  private final boolean shareable;
  private final ObjectiveDefinition definition;
  private final DataPass pass;
  private @Nullable SharedFirstLayer shared;

  TensorRestriction(ObjectiveDefinition definition, DataPass pass, AffineSubspace subspace) {
    this.definition = definition;
    this.pass = pass;
    this.subspace = subspace;
    this.block = new PointBlock(definition, pass);
    this.shareable = SharedFirstLayer.applies(definition, subspace.directions().size());
  }

  @Override
  public List<Evaluation> evaluate(List<double[]> coefficients) {
    if (!shareable) {
      return block.evaluate(subspace, coefficients);
    }
    List<double[]> between = coefficients.stream().filter(TensorRestriction::isBetween).toList();
    List<Evaluation> evaluations = new ArrayList<>(coefficients.size());
    if (!between.isEmpty()) {
      evaluations.addAll(shared().evaluate(between));
    }
    for (int i = 0; i < coefficients.size(); i++) {
      if (!isBetween(coefficients.get(i))) {
        evaluations.addAll(i, block.evaluate(subspace, List.of(coefficients.get(i))));
      }
    }
    return evaluations;
  }

  /** How points are evaluated, in words. */
  static String strategy(ObjectiveDefinition definition, int dimensions) {
    if (!SharedFirstLayer.applies(definition, dimensions)) {
      return "point by point, chunk by chunk";
    }
    BlockShape shape = SharedFirstLayer.shape(definition);
    return "first layer shared, up to %d points of %d samples at once"
        .formatted(shape.points(), shape.samples());
  }

  @Override
  public int together() {
    return shareable ? SharedFirstLayer.together(definition) : Restriction.super.together();
  }

  @Override
  public void close() {
    block.close();
    if (shared != null) {
      shared.close();
    }
  }

  private SharedFirstLayer shared() {
    if (shared == null) {
      shared = new SharedFirstLayer(subspace, definition, pass);
    }
    return shared;
  }

  /** Whether this is neither the origin nor the end of a direction. */
  private static boolean isBetween(double[] coefficients) {
    int ends = 0;
    for (double c : coefficients) {
      if (c != 0 && c != 1) {
        return true;
      }
      ends += c == 1 ? 1 : 0;
    }
    return ends > 1;
  }
}
