package org.thalweg.app.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.thalweg.app.Facilities;
import org.thalweg.app.SharedDatasets;
import org.thalweg.app.TrainUseCase;
import org.thalweg.app.TrainingSize;
import org.thalweg.app.WorkRate;
import org.thalweg.app.request.ModelReference;
import org.thalweg.app.request.ProbeRequest;
import org.thalweg.app.request.Split;
import org.thalweg.app.request.TrainRequest;
import org.thalweg.app.study.PlannedTrial.PlannedProbe;
import org.thalweg.store.Durability;
import org.thalweg.study.design.ProbePlan;
import org.thalweg.study.design.TrainingPlan;

/**
 * How long pieces of a study take here and what they need on disk. Of a training or probe that a
 * finished trial of the same cell has, the mean of the recorded seconds; of others, the time of a
 * few steps and a gradient, times how many of them it takes.
 */
final class CostModel {
  private static final ModelReference ANY = ModelReference.parse("trial");

  /** Opening a model, writing files. */
  private static final double OVERHEAD = 0.05;

  private static final int RECORDED_SAMPLES = 10_000;
  private static final double LOSS = 1.0 / 3;

  /** Trials whose results are read; each can be some megabytes. */
  private static final int ENOUGH = 5;

  private final SharedDatasets data;
  private final Map<TrainingPlan, List<PlannedTrial>> finished = new HashMap<>();
  private final Map<TrainingPlan, WorkRate> rates = new HashMap<>();
  private final Map<TrainingPlan, TrainingSize> sizes = new HashMap<>();
  private final Map<TrainingPlan, OptionalDouble> knownTrainings = new HashMap<>();
  private final Map<MeasuredPlan, OptionalDouble> knownProbes = new HashMap<>();
  private int recorded;
  private int computed;

  private record MeasuredPlan(TrainingPlan training, ProbePlan probe) {}

  CostModel(StudyPlan plan, SharedDatasets data) {
    this.data = data;
    for (PlannedTrial planned : plan.trials()) {
      if (Inventory.isTrained(planned)) {
        finished
            .computeIfAbsent(planned.trial().cell().training(), key -> new ArrayList<>())
            .add(planned);
      }
    }
  }

  /** Seconds of what is left to be done at a trial, with one worker. */
  double seconds(PlannedTrial planned) {
    double seconds = Inventory.isTrained(planned) ? 0 : training(planned);
    MeasuredProbes measured = MeasuredProbes.read(planned.folder());
    for (PlannedProbe probe : planned.probes()) {
      if (measured.find(probe.key()).isEmpty()) {
        ProbeRequest request = ProbeReaders.read(probe.plan(), ANY, planned.trial().seed());
        seconds += probe(planned, probe, request);
      }
    }
    return seconds;
  }

  /** Seconds of what is left to be done between two trials. */
  double seconds(PlannedPair pair) {
    MeasuredProbes measured = MeasuredProbes.read(pair.first().folder());
    double seconds = 0;
    for (PlannedProbe path : pair.paths()) {
      if (measured.find(path.key()).isEmpty()) {
        ProbeRequest request =
            ProbeReaders.connect(path.plan(), ANY, ANY, pair.first().trial().seed());
        seconds += probe(pair.first(), path, request);
      }
    }
    return seconds;
  }

  /** Bytes that a trial takes when it is done. */
  long bytes(PlannedTrial planned) {
    TrainingPlan plan = planned.trial().cell().training();
    long weights = (long) size(plan).weights() * (plan.precision().equals("float64") ? 8 : 4);
    long kept = 2L + (plan.snapshots() ? records(plan) : 2);
    return kept * weights
        + (long) planned.probes().size() * DiskUse.RESULT
        + planned.probes().stream()
            .mapToLong(
                probe ->
                    DiskUse.points(ProbeReaders.read(probe.plan(), ANY, planned.trial().seed())))
            .sum();
  }

  /** How it was done, in words. */
  List<String> how() {
    List<String> how = new ArrayList<>();
    if (recorded > 0) {
      how.add("%d pieces by what finished trials of the same cells took".formatted(recorded));
    }
    if (computed > 0) {
      how.add(
          "%d pieces by timing a few steps and a gradient here; good to a factor of two or three"
              .formatted(computed));
    }
    return how;
  }

  private double training(PlannedTrial planned) {
    TrainingPlan plan = planned.trial().cell().training();
    OptionalDouble known = knownTrainings.computeIfAbsent(plan, this::knownTraining);
    if (known.isPresent()) {
      recorded++;
      return known.getAsDouble();
    }
    computed++;
    TrainingSize size = size(plan);
    WorkRate rate = rate(plan);
    double steps = Math.ceil((double) size.trainSamples() / plan.batch()) * plan.epochs();
    double record =
        rate.secondsPerSample()
            * (Math.min(size.trainSamples(), RECORDED_SAMPLES) + LOSS * size.testSamples());
    return OVERHEAD + steps * rate.secondsPerStep() + records(plan) * record;
  }

  private double probe(PlannedTrial planned, PlannedProbe probe, ProbeRequest request) {
    TrainingPlan plan = planned.trial().cell().training();
    OptionalDouble known =
        knownProbes.computeIfAbsent(
            new MeasuredPlan(plan, probe.plan()), key -> knownProbe(key, planned));
    if (known.isPresent()) {
      recorded++;
      return known.getAsDouble();
    }
    computed++;
    TrainingSize size = size(plan);
    int there =
        request.scope().sampling().split() == Split.TRAIN
            ? size.trainSamples()
            : size.testSamples();
    int samples = request.scope().sampling().samples().orElse(there);
    double gradients = ProbeWork.gradients(request, size.weights(), records(plan));
    return OVERHEAD + gradients * samples * rate(plan).secondsPerSample();
  }

  private OptionalDouble knownTraining(TrainingPlan plan) {
    return finished.getOrDefault(plan, List.of()).stream()
        .flatMap(one -> TrialTraining.found(one.folder()).stream())
        .mapToDouble(history -> history.cost().seconds())
        .average();
  }

  private OptionalDouble knownProbe(MeasuredPlan key, PlannedTrial planned) {
    return finished.getOrDefault(key.training(), List.of()).stream()
        .flatMapToDouble(one -> KnownSeconds.of(one, key.probe(), planned).stream())
        .limit(ENOUGH)
        .average();
  }

  private int records(TrainingPlan plan) {
    int perEpoch = Math.max(1, (size(plan).trainSamples() + plan.batch() - 1) / plan.batch());
    long steps = (long) perEpoch * plan.epochs();
    return 1 + (int) (steps / plan.recordEvery().orElse(perEpoch));
  }

  private TrainingSize size(TrainingPlan plan) {
    return sizes.computeIfAbsent(
        plan,
        key -> new TrainUseCase(new Facilities(data, 0, Durability.MACHINE)).check(request(key)));
  }

  private WorkRate rate(TrainingPlan plan) {
    return rates.computeIfAbsent(plan, key -> WorkRate.of(request(key), data));
  }

  private static TrainRequest request(TrainingPlan plan) {
    return TrainingReader.read(plan, 0, Path.of("trial"), false);
  }
}
