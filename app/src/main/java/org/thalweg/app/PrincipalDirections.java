package org.thalweg.app;

import java.util.List;
import java.util.stream.IntStream;
import org.thalweg.direction.Direction;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.probe.trajectory.Decomposition;
import org.thalweg.probe.trajectory.PrincipalComponents;
import org.thalweg.result.ExplainedVariance;
import org.thalweg.store.RunFolder;

/**
 * The principal components of the snapshots in a run folder, as directions of length 1: what {@code
 * pca:K} means.
 *
 * @param directions the first components, the strongest first
 * @param variance how much of the path each holds
 */
public record PrincipalDirections(List<Direction> directions, ExplainedVariance variance) {
  public PrincipalDirections {
    directions = List.copyOf(directions);
  }

  /**
   * The first components of a training; reads every snapshot a few times.
   *
   * @param layout of the network that was trained
   * @param most components wanted; an error says so when the path has fewer
   */
  public static PrincipalDirections of(RunFolder run, ParameterLayout layout, int most) {
    PrincipalComponents found =
        PrincipalComponents.of(new RunSnapshots(run, layout), Decomposition.CENTRED, most);
    return new PrincipalDirections(
        IntStream.rangeClosed(1, most).mapToObj(found::direction).toList(),
        found.variance().get(0));
  }

  /**
   * Those of the training that a model comes from, whichever of its snapshots the model is.
   *
   * @throws ThalwegException {@code NOT_APPLICABLE} when the model is a file, or its run holds
   *     fewer than two snapshots
   */
  static PrincipalDirections of(OpenedModel model, ParameterLayout layout, int most) {
    if (!model.trainedHere()) {
      throw ThalwegException.of(ErrorCode.NOT_APPLICABLE)
          .expected("a model in the run folder of its training, which holds snapshots")
          .found("'%s', a file".formatted(model.reference()))
          .next("give a run folder that 'thalweg train … --snapshots' wrote");
    }
    return of(RunFolder.open(model.home()), layout, most);
  }

  /** Component {@code rank}, from 1. */
  public Direction direction(int rank) {
    return directions.get(rank - 1);
  }
}
