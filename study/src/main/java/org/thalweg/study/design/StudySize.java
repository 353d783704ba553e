package org.thalweg.study.design;

import java.util.OptionalLong;

/**
 * How much a study asks for, counted without data or networks.
 *
 * @param trainings one for every cell and seed
 * @param epochs of all trainings together, at most: one with {@code until-accuracy} may end earlier
 * @param measurements probes of trained networks
 * @param pairMeasurements paths between two of them
 */
public record StudySize(int trainings, long epochs, int measurements, int pairMeasurements) {
  public static StudySize of(Study study) {
    int seeds = study.seeds().size();
    int trainings = study.cells().size() * seeds;
    return new StudySize(
        trainings,
        seeds * study.cells().stream().mapToLong(cell -> cell.training().epochs()).sum(),
        trainings * study.probes().size(),
        study.cells().size()
            * study.pairs().stream().mapToInt(pair -> Math.min(pair.pairs(), seeds - 1)).sum());
  }

  /**
   * Entries of the history of a training, at most; as many snapshots are kept if it keeps any.
   *
   * @param available samples in the training split
   */
  public static long records(TrainingPlan plan, int available) {
    long samples = Math.min(available, plan.samples().orElse(available));
    long perEpoch = (samples + plan.batch() - 1) / plan.batch();
    long steps = perEpoch * plan.epochs();
    long every = plan.recordEvery().isPresent() ? plan.recordEvery().getAsInt() : perEpoch;
    // The initial weights, every so many steps, and the last step.
    return 1 + (steps + every - 1) / every;
  }

  /**
   * Points at which a probe computes the loss; empty where that depends on the network:
   * eigenvalues, ascents, snapshots.
   */
  public static OptionalLong points(ProbePlan plan) {
    return switch (plan.probe()) {
      case "slice" -> OptionalLong.of(whole(plan, "points", 51) * whole(plan, "directions", 1));
      case "connect" -> OptionalLong.of(whole(plan, "points", 25));
      case "surface" ->
          plan.options().containsKey("adaptive") || plan.options().containsKey("convexity")
              ? OptionalLong.empty()
              : OptionalLong.of(whole(plan, "points", 31) * whole(plan, "points", 31));
      default -> OptionalLong.empty();
    };
  }

  private static long whole(ProbePlan plan, String option, long otherwise) {
    return plan.options().get(option) instanceof Long value ? value : otherwise;
  }
}
