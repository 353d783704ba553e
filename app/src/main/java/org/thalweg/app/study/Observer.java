package org.thalweg.app.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thalweg.app.study.FailureLedger.Failure;
import org.thalweg.app.study.PlannedTrial.PlannedProbe;
import org.thalweg.error.ThalwegException;
import org.thalweg.result.Outcome;
import org.thalweg.result.TrainingHistory;
import org.thalweg.result.TrainingRecord;
import org.thalweg.store.RunFolder;
import org.thalweg.study.design.Quantity;
import org.thalweg.study.design.SeriesPlan;
import org.thalweg.study.design.Study;
import org.thalweg.study.observation.Observation;
import org.thalweg.study.observation.Observation.State;
import org.thalweg.study.observation.Series;

/** Reads out of run folders what a trial or a pair gave, as far as it came. */
final class Observer {
  private final Study study;
  private final FailureLedger failures;

  Observer(Study study, FailureLedger failures) {
    this.study = study;
    this.failures = failures;
  }

  /** What a trial gave, in its table and over the course of its training. */
  record Observed(Observation observation, List<Series> series) {}

  /** What a trial gave; of a damaged folder, that it is damaged. */
  Observed observe(PlannedTrial planned) {
    try {
      return read(planned);
    } catch (ThalwegException e) {
      List<String> notes = List.of(FailureLedger.reason(e));
      return new Observed(observation(planned, State.FAILED, Map.of(), notes), List.of());
    }
  }

  private Observed read(PlannedTrial planned) {
    Optional<TrainingHistory> history = ended(planned);
    List<String> notes = new ArrayList<>();
    if (history.isEmpty()) {
      trainingFailure(planned).ifPresent(notes::add);
      State state = notes.isEmpty() ? State.PENDING : State.FAILED;
      return new Observed(observation(planned, state, Map.of(), notes), List.of());
    }
    TrialResults results = results(planned, planned.probes());
    State state = State.COMPLETE;
    if (history.get().outcome() == Outcome.NON_FINITE) {
      notes.add(divergence(history.get()));
      state = State.FAILED;
    }
    for (PlannedProbe probe : planned.probes()) {
      boolean possible = TrialMoments.find(planned, history.get(), probe.plan()).isPresent();
      if (possible || state == State.COMPLETE) {
        state = worse(state, state(planned.id(), probe, possible, results, notes));
      }
    }
    QuantityValues values = QuantityValues.of(quantities(false), history, results);
    notes.addAll(values.missing());
    List<Series> series = new ArrayList<>();
    for (SeriesPlan plan : study.series()) {
      SeriesReader.read(plan, planned.id(), history.get(), results).ifPresent(series::add);
    }
    return new Observed(observation(planned, state, values.values(), notes), series);
  }

  /** What a pair gave, likewise. */
  Observation observe(PlannedPair pair) {
    try {
      return read(pair);
    } catch (ThalwegException e) {
      return observation(pair, State.FAILED, Map.of(), List.of(FailureLedger.reason(e)));
    }
  }

  private Observation read(PlannedPair pair) {
    List<String> notes = new ArrayList<>();
    State state = State.COMPLETE;
    boolean trained = true;
    for (PlannedTrial end : List.of(pair.first(), pair.second())) {
      Optional<TrainingHistory> history = ended(end);
      boolean broken =
          history.isPresent()
              ? history.get().outcome() == Outcome.NON_FINITE
              : trainingFailure(end).isPresent();
      if (broken) {
        state = State.FAILED;
        notes.add("trial " + end.id() + " has no final weights");
      }
      trained &= history.isPresent() && !broken;
    }
    Map<String, Double> values = Map.of();
    if (trained) {
      TrialResults results = results(pair.first(), pair.paths());
      for (PlannedProbe path : pair.paths()) {
        state = worse(state, state(pair.id(), path, true, results, notes));
      }
      QuantityValues found = QuantityValues.of(quantities(true), Optional.empty(), results);
      notes.addAll(found.missing());
      values = found.values();
    } else if (state != State.FAILED) {
      state = State.PENDING;
    }
    return observation(pair, state, values, notes);
  }

  private static Observation observation(
      PlannedPair pair, State state, Map<String, Double> values, List<String> notes) {
    return new Observation(
        pair.id(),
        pair.first().trial().cell().levels(),
        pair.first().trial().seed(),
        state,
        values,
        String.join("; ", notes));
  }

  private static Optional<TrainingHistory> ended(PlannedTrial planned) {
    return TrialTraining.found(planned.folder())
        .filter(history -> history.outcome() != Outcome.CANCELLED);
  }

  private Optional<String> trainingFailure(PlannedTrial planned) {
    return failures
        .find(planned.id(), TrialTraining.PART)
        .map(failure -> failure.part() + ": " + failure.reason());
  }

  private State state(
      String id, PlannedProbe probe, boolean possible, TrialResults results, List<String> notes) {
    String name = probe.plan().name();
    if (results.has(name)) {
      return State.COMPLETE;
    }
    if (!possible) {
      notes.add(name + ": no weights were kept up to epoch " + probe.plan().epoch());
      return State.FAILED;
    }
    Optional<Failure> failure = failures.find(id, probe.key());
    failure.ifPresent(one -> notes.add(name + ": " + one.reason()));
    return failure.isPresent() ? State.FAILED : State.PENDING;
  }

  private static State worse(State one, State other) {
    if (one == State.FAILED || other == State.FAILED) {
      return State.FAILED;
    }
    return one == State.PENDING ? one : other;
  }

  static TrialResults results(PlannedTrial planned, List<PlannedProbe> probes) {
    MeasuredProbes measured = MeasuredProbes.read(planned.folder());
    Map<String, List<String>> ids = new LinkedHashMap<>();
    for (PlannedProbe probe : probes) {
      measured.find(probe.key()).ifPresent(found -> ids.put(probe.plan().name(), found));
    }
    return new TrialResults(RunFolder.open(planned.folder()), ids);
  }

  private List<Quantity> quantities(boolean ofPairs) {
    return study.quantities().stream().filter(quantity -> quantity.ofPairs() == ofPairs).toList();
  }

  private static String divergence(TrainingHistory history) {
    if (history.records().isEmpty()) {
      return "diverged";
    }
    TrainingRecord last = history.records().get(history.records().size() - 1);
    return "diverged at step %d (epoch %.2f)".formatted(last.step(), last.epoch());
  }

  private static Observation observation(
      PlannedTrial planned, State state, Map<String, Double> values, List<String> notes) {
    return new Observation(
        planned.id(),
        planned.trial().cell().levels(),
        planned.trial().seed(),
        state,
        values,
        String.join("; ", notes));
  }
}
