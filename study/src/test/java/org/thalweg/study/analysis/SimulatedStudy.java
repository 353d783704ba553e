package org.thalweg.study.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.thalweg.random.RandomStream;
import org.thalweg.study.design.AnalysisPlan;
import org.thalweg.study.design.Cell;
import org.thalweg.study.design.Factor;
import org.thalweg.study.design.Place;
import org.thalweg.study.design.Quantity;
import org.thalweg.study.design.QuantitySource;
import org.thalweg.study.design.Scale;
import org.thalweg.study.design.Study;
import org.thalweg.study.design.TrainingPlan;
import org.thalweg.study.design.Trial;
import org.thalweg.study.observation.Observation;
import org.thalweg.study.observation.StudyObservations;

/** A study whose numbers are made up: full factorial, every value given by a formula and noise. */
public final class SimulatedStudy {
  private static final AnalysisPlan NOTHING =
      new AnalysisPlan(List.of(), List.of(), List.of(), List.of(), List.of());

  private final List<Factor> factors = new ArrayList<>();
  private final Map<String, Value> values = new LinkedHashMap<>();
  private final Map<String, Value> pairValues = new LinkedHashMap<>();
  private final Map<String, Derived> derived = new LinkedHashMap<>();
  private String name = "simulated";
  private AnalysisPlan plan = NOTHING;
  private int seeds = 5;

  /** What a trial is to measure. */
  @FunctionalInterface
  public interface Value {
    /**
     * A value.
     *
     * @param levels of the trial
     * @param cell number of the cell
     * @param seed of the trial
     * @param noise of this quantity in this trial
     */
    double of(Map<String, String> levels, int cell, long seed, RandomStream noise);
  }

  /** What a trial is to measure, given what it has measured already. */
  @FunctionalInterface
  public interface Derived {
    /** A value from the quantities before it and noise of its own. */
    double of(Observation trial, RandomStream noise);
  }

  public SimulatedStudy named(String word) {
    name = word;
    return this;
  }

  public SimulatedStudy factor(String factor, String... levels) {
    factors.add(new Factor(factor, factor, List.of(levels), true));
    return this;
  }

  public SimulatedStudy seeds(int count) {
    seeds = count;
    return this;
  }

  public SimulatedStudy quantity(String quantity, Value value) {
    values.put(quantity, value);
    return this;
  }

  /** A quantity of pairs of neighbouring seeds. */
  public SimulatedStudy pairs(String quantity, Value value) {
    pairValues.put(quantity, value);
    return this;
  }

  /** A quantity that is made from those before it. */
  public SimulatedStudy derived(String quantity, Derived value) {
    derived.put(quantity, value);
    return quantity(quantity, (levels, cell, seed, noise) -> Double.NaN);
  }

  public SimulatedStudy analysis(AnalysisPlan analysis) {
    plan = analysis;
    return this;
  }

  /** The observations if the noise comes from this seed. */
  public StudyObservations observe(long noiseSeed) {
    Study study = study();
    List<Observation> trials = new ArrayList<>();
    List<Observation> pairs = new ArrayList<>();
    List<Trial> all = study.trials();
    for (int i = 0; i < all.size(); i++) {
      Trial trial = all.get(i);
      int cell = study.cells().indexOf(trial.cell());
      trials.add(observation(trial.id(), trial, values, cell, noiseSeed, i));
      if (trial.seed() < seeds && !pairValues.isEmpty()) {
        pairs.add(observation(trial.id() + "-next", trial, pairValues, cell, noiseSeed, i));
      }
    }
    return new StudyObservations(study, trials, pairs, List.of());
  }

  private Observation observation(
      String id, Trial trial, Map<String, Value> formulas, int cell, long noiseSeed, int index) {
    Map<String, Double> measured = new LinkedHashMap<>();
    formulas.forEach(
        (quantity, value) -> {
          RandomStream noise = RandomStream.of(noiseSeed, quantity, index);
          measured.put(quantity, value.of(trial.cell().levels(), cell, trial.seed(), noise));
        });
    derived.forEach(
        (quantity, value) ->
            measured.computeIfPresent(
                quantity,
                (own, missing) ->
                    value.of(
                        observation(id, trial, measured),
                        RandomStream.of(noiseSeed, "derived " + quantity, index))));
    return observation(id, trial, measured);
  }

  private static Observation observation(String id, Trial trial, Map<String, Double> measured) {
    return new Observation(
        id, trial.cell().levels(), trial.seed(), Observation.State.COMPLETE, measured, "");
  }

  private Study study() {
    List<Map<String, String>> combinations = new ArrayList<>(List.of(Map.of()));
    for (Factor factor : factors) {
      List<Map<String, String>> longer = new ArrayList<>();
      for (Map<String, String> combination : combinations) {
        for (String level : factor.levels()) {
          Map<String, String> one = new LinkedHashMap<>(combination);
          one.put(factor.name(), level);
          longer.add(one);
        }
      }
      combinations = longer;
    }
    List<Map<String, String>> complete = combinations;
    List<Cell> cells =
        IntStream.range(0, complete.size())
            .mapToObj(i -> new Cell(complete.get(i), training(i), Place.NONE))
            .toList();
    List<Quantity> quantities = new ArrayList<>();
    values.keySet().forEach(quantity -> quantities.add(quantity(quantity, false)));
    pairValues.keySet().forEach(quantity -> quantities.add(quantity(quantity, true)));
    return new Study(
        name,
        name,
        "",
        "",
        Scale.QUICK,
        factors,
        cells,
        LongStream.rangeClosed(1, seeds).boxed().toList(),
        List.of(),
        List.of(),
        quantities,
        List.of(),
        List.of(),
        plan,
        "");
  }

  private static Quantity quantity(String quantity, boolean ofPairs) {
    return new Quantity(
        quantity,
        quantity,
        "",
        false,
        Quantity.Role.PREDICTOR,
        ofPairs,
        new QuantitySource.FromTraining("final-train-loss"),
        Place.NONE);
  }

  /** Differs from cell to cell, so that trials have different addresses. */
  private static TrainingPlan training(int cell) {
    return new TrainingPlan(
        "sine",
        "mlp:" + (cell + 1),
        "relu",
        "auto",
        "sgd",
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        0,
        32,
        OptionalInt.empty(),
        1,
        OptionalDouble.empty(),
        OptionalInt.empty(),
        false,
        "float32");
  }
}
