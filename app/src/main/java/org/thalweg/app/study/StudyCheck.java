package org.thalweg.app.study;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.thalweg.app.Facilities;
import org.thalweg.app.OpenModel;
import org.thalweg.app.SharedDatasets;
import org.thalweg.app.TrainUseCase;
import org.thalweg.app.TrainingSize;
import org.thalweg.app.request.ModelReference;
import org.thalweg.app.request.ProbeRequest;
import org.thalweg.app.request.Split;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.store.Durability;
import org.thalweg.study.design.Cell;
import org.thalweg.study.design.Moment;
import org.thalweg.study.design.PairPlan;
import org.thalweg.study.design.Place;
import org.thalweg.study.design.ProbePlan;
import org.thalweg.study.design.Study;
import org.thalweg.study.design.TrainingPlan;

/**
 * Everything about a study that can be refused before the first training: data, networks, options
 * of trainings and probes, sizes that must fit, quantities. Refusals name the place in the study
 * file.
 */
final class StudyCheck {
  private static final ModelReference ANY = ModelReference.parse("trial");

  private final Study study;
  private final TrainUseCase training;

  StudyCheck(Study study, SharedDatasets data) {
    this.study = study;
    this.training = new TrainUseCase(new Facilities(data, 0, Durability.MACHINE));
  }

  /** Refuses what cannot be carried out. */
  void require() {
    QuantityCheck.require(study);
    Set<TrainingPlan> seen = new HashSet<>();
    for (Cell cell : study.cells()) {
      if (seen.add(cell.training())) {
        TrainingSize size = size(cell);
        study.probes().forEach(plan -> requireProbe(plan, cell, size));
        study.pairs().forEach(pair -> requirePair(pair, cell, size));
      }
    }
  }

  private TrainingSize size(Cell cell) {
    return PlacedFailure.at(
        cell.place(),
        () ->
            training.check(
                TrainingReader.read(
                    cell.training(), study.seeds().get(0), Path.of("trial"), false)));
  }

  private void requireProbe(ProbePlan plan, Cell cell, TrainingSize size) {
    requireFit(ProbeReaders.read(plan, ANY, study.seeds().get(0)), plan, cell, size);
    boolean along = plan.moment() == Moment.EPOCH || plan.probe().equals(ProbeReaders.TRAJECTORY);
    if (along && !cell.training().snapshots()) {
      throw refusal(
          plan,
          "",
          ErrorCode.CONFLICTING_OPTIONS,
          "'snapshots: true' in the training, for a look along it",
          "none, for %s".formatted(cell.name()),
          "add snapshots: true to the training");
    }
    if (plan.probe().equals(ProbeReaders.TRAJECTORY) && plan.moment() != Moment.FINAL) {
      throw refusal(
          plan,
          "",
          ErrorCode.CONFLICTING_OPTIONS,
          "a trajectory of the whole training",
          "one at the moment '" + plan.moment().text() + "'",
          "leave out the moment");
    }
  }

  private void requirePair(PairPlan pair, Cell cell, TrainingSize size) {
    ProbePlan plan = pair.connect();
    requireFit(ProbeReaders.connect(plan, ANY, ANY, study.seeds().get(0)), plan, cell, size);
  }

  private static void requireFit(
      ProbeRequest request, ProbePlan plan, Cell cell, TrainingSize size) {
    int eigenvalues = OpenModel.eigenvalues(request);
    if (eigenvalues > size.weights()) {
      throw refusal(
          plan,
          "top",
          ErrorCode.DIMENSION_MISMATCH,
          "at most %,d eigenvalues, as %s has weights".formatted(size.weights(), cell.name()),
          "%,d".formatted(eigenvalues),
          "ask for fewer eigenvalues");
    }
    Split split = request.scope().sampling().split();
    int there = split == Split.TRAIN ? size.trainSamples() : size.testSamples();
    int wanted = request.scope().sampling().samples().orElse(Math.min(1, there));
    if (there == 0 || wanted > there) {
      throw refusal(
          plan,
          there == 0 ? "split" : "samples",
          ErrorCode.INVALID_OPTION,
          "at most the %,d samples of the %s split of %s".formatted(there, split, cell.name()),
          "%,d".formatted(wanted),
          there == 0 ? "measure over the other split" : "ask for fewer samples");
    }
  }

  private static ThalwegException refusal(
      ProbePlan plan, String option, ErrorCode code, String expected, String found, String next) {
    Map<String, Place> places = plan.places();
    Place place = places.getOrDefault(option, places.getOrDefault("", Place.NONE));
    return PlacedFailure.placed(
        place,
        ThalwegException.of(code)
            .expected(expected)
            .found("%s in probe '%s'".formatted(found, plan.name()))
            .next(next));
  }
}
