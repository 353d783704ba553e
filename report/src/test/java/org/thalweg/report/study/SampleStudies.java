package org.thalweg.report.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.thalweg.provenance.Environment;
import org.thalweg.provenance.Provenance;
import org.thalweg.random.RandomStream;
import org.thalweg.result.Values;
import org.thalweg.statistics.Interval;
import org.thalweg.study.analysis.Contrast;
import org.thalweg.study.analysis.Selection;
import org.thalweg.study.analysis.StudyAnalysis;
import org.thalweg.study.claim.Claim;
import org.thalweg.study.claim.ClaimVerdict;
import org.thalweg.study.claim.Evidence;
import org.thalweg.study.claim.OrderRule;
import org.thalweg.study.claim.Verdict;
import org.thalweg.study.design.Cell;
import org.thalweg.study.design.Place;
import org.thalweg.study.design.Study;
import org.thalweg.study.design.Trial;
import org.thalweg.study.observation.Observation;
import org.thalweg.study.observation.Observation.State;
import org.thalweg.study.observation.Series;
import org.thalweg.study.observation.StudyObservations;

/** Studies whose numbers are simulated: what a page is made of, without any training. */
final class SampleStudies {
  private static final int EPOCHS = 100;

  private SampleStudies() {}

  /** As R1: four architectures, five seeds, one training failed. */
  static StudyContents architectures() {
    return of(SampleDesigns.architectures(5), text -> text, true);
  }

  /** As R2: networks by optimizers. */
  static StudyContents optimizers(List<String> networks, int seeds) {
    return of(SampleDesigns.optimizers(networks, seeds), text -> text, true);
  }

  /** One cell, one seed: nothing can be compared. */
  static StudyContents single() {
    return of(SampleDesigns.single(1), text -> text, true);
  }

  /** Texts from a hostile file. */
  static StudyContents strange(UnaryOperator<String> texts) {
    return of(SampleDesigns.strange(texts, 3), texts, true);
  }

  /** Nothing has run yet. */
  static StudyContents pending() {
    Study study = SampleDesigns.architectures(5);
    List<Observation> trials =
        study.trials().stream()
            .map(trial -> observation(trial, State.PENDING, Map.of(), ""))
            .toList();
    return contents(
        new StudyObservations(study, trials, List.of(), List.of()), text -> text, false);
  }

  /** Everything failed. */
  static StudyContents failed() {
    Study study = SampleDesigns.architectures(2);
    List<Observation> trials =
        study.trials().stream()
            .map(trial -> observation(trial, State.FAILED, Map.of(), "the loss is not finite"))
            .toList();
    return contents(
        new StudyObservations(study, trials, List.of(), List.of()), text -> text, false);
  }

  static StudyContents of(Study study, UnaryOperator<String> texts, boolean pictures) {
    List<Observation> trials = new ArrayList<>();
    List<Series> series = new ArrayList<>();
    for (int k = 0; k < study.trials().size(); k++) {
      Trial trial = study.trials().get(k);
      boolean fails = k == 6 && study.trials().size() > 10;
      RandomStream random = RandomStream.of(trial.seed(), trial.cell().name());
      if (fails) {
        trials.add(
            observation(
                trial,
                State.FAILED,
                Map.of("train_loss", 1.7),
                texts.apply("training diverged: the loss is not finite after 12 steps")));
      } else {
        trials.add(observation(trial, State.COMPLETE, values(trial, random), ""));
        series.addAll(series(trial, random));
      }
    }
    return contents(new StudyObservations(study, trials, pairs(study), series), texts, pictures);
  }

  private static StudyContents contents(
      StudyObservations observations, UnaryOperator<String> texts, boolean pictures) {
    return new StudyContents(
        observations,
        StudyAnalysis.of(observations, 1),
        pictures ? verdicts(texts) : List.of(),
        pictures ? SamplePictures.of(observations.study()) : List.of(),
        Optional.of(provenance(texts)),
        List.of("trials.csv", texts.apply("results of the study.csv")));
  }

  private static Observation observation(
      Trial trial, State state, Map<String, Double> values, String note) {
    return new Observation(trial.id(), trial.cell().levels(), trial.seed(), state, values, note);
  }

  /** How sharp a cell is: deep, wide and residual networks less, adaptive optimizers more. */
  static double level(Cell cell) {
    double[] factors = {1, 0.3, 0.65, 0.17};
    int hash = Math.floorMod(cell.levels().getOrDefault("network", "").hashCode(), 4);
    int index = SampleDesigns.ARCHITECTURES.indexOf(cell.levels().getOrDefault("network", ""));
    int optimizer = SampleDesigns.OPTIMIZERS.indexOf(cell.levels().getOrDefault("optimizer", ""));
    return factors[index < 0 ? hash : index] * (1 + 0.4 * Math.max(0, optimizer));
  }

  private static Map<String, Double> values(Trial trial, RandomStream random) {
    double level = level(trial.cell());
    double sharpness = 0.34 * level * Math.exp(0.2 * random.gaussian());
    double loss = 0.02 * Math.exp(0.3 * random.gaussian());
    double gap = 0.05 * sharpness + 0.004 * random.gaussian();
    double epochs = Math.round(20 + 40 * level + 6 * random.gaussian());
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("train_loss", loss);
    values.put("test_loss", Math.max(1e-4, loss + gap));
    values.put("gap", gap);
    values.put("epochs_to_target", epochs > 62 ? Double.NaN : epochs);
    values.put("lambda_max", 78 * level * Math.exp(0.25 * random.gaussian()));
    values.put("sharpness", sharpness);
    values.put("entropy", 2.9 - 1.6 * level + 0.1 * random.gaussian());
    values.put("slice_r2", 0.97 + 0.01 * random.gaussian());
    values.put("constant", 1.0);
    return values;
  }

  private static List<Series> series(Trial trial, RandomStream random) {
    double level = level(trial.cell());
    int n = EPOCHS / 5 + 1;
    double[][] columns = new double[4][n];
    for (int i = 0; i < n; i++) {
      double epoch = 5 * i;
      double noise = Math.exp(0.1 * random.gaussian());
      columns[0][i] = epoch;
      columns[1][i] = (0.02 + 0.9 * Math.exp(-epoch / (8 + 10 * level))) * noise;
      columns[2][i] = 78 * level * (1 + 2 * Math.exp(-epoch / 15)) * noise;
      columns[3][i] = 1.2 * Math.exp(-epoch / 20) * noise;
    }
    List<String> names = List.of("train_loss", "lambda_max", "gradient_norm");
    List<Series> all = new ArrayList<>();
    for (int k = 0; k < names.size(); k++) {
      all.add(
          new Series(trial.id(), names.get(k), Values.of(columns[0]), Values.of(columns[k + 1])));
    }
    return all;
  }

  private static List<Observation> pairs(Study study) {
    List<Observation> pairs = new ArrayList<>();
    for (Cell cell : study.cells()) {
      for (int k = 0; k + 1 < study.seeds().size(); k++) {
        long seed = study.seeds().get(k);
        RandomStream random = RandomStream.of(seed, "pair " + cell.name());
        pairs.add(
            new Observation(
                "pair-" + cell.name().hashCode() + "-" + seed,
                cell.levels(),
                seed,
                State.COMPLETE,
                Map.of("barrier", Math.abs(0.6 * level(cell) + 0.1 * random.gaussian())),
                ""));
      }
    }
    return pairs;
  }

  private static List<ClaimVerdict> verdicts(UnaryOperator<String> texts) {
    List<ClaimVerdict> verdicts = new ArrayList<>();
    Verdict[] all = Verdict.values();
    String[] claims = {
      "deep nets are flatter than shallow ones",
      "width helps less than depth",
      "local entropy rises in the order shallow, wide, deep, residual",
      "the normalised sharpness remains consistent under rescaling transformations"
    };
    for (int k = 0; k < all.length; k++) {
      OrderRule rule =
          new OrderRule(
              "sharpness",
              "network",
              List.of(texts.apply("deep"), "shallow"),
              false,
              Contrast.RATIO,
              Selection.ALL);
      Claim claim =
          new Claim(
              "R1." + (k + 1),
              texts.apply(claims[k]),
              texts.apply("R1"),
              texts.apply("sharpness .342 shallow, .087 deep; λ_max 78 and 23"),
              List.of("r1-architectures"),
              List.of(),
              0.05,
              rule,
              Place.NONE);
      verdicts.add(
          new ClaimVerdict(
              claim,
              "r1-architectures",
              texts.apply("sine, quick scale, 5 seeds"),
              all[k],
              all[k] == Verdict.NOT_MEASURED
                  ? List.of()
                  : List.of(
                      evidence("sharpness: deep / shallow", all[k], texts),
                      evidence("λ_max: deep / shallow", Verdict.SUPPORTED, texts)),
              texts.apply("the interval of every part says so")));
    }
    return verdicts;
  }

  private static Evidence evidence(String what, Verdict verdict, UnaryOperator<String> texts) {
    return new Evidence(
        texts.apply(what),
        "< 1",
        new Interval(0.28, 0.19, 0.41, 0.95),
        0.00031,
        0.00062,
        5,
        "seeds",
        10,
        1,
        verdict,
        texts.apply("as measured"));
  }

  private static Provenance provenance(UnaryOperator<String> texts) {
    Map<String, Object> specification = new LinkedHashMap<>();
    specification.put("study", texts.apply("r1-architectures"));
    specification.put("scale", "quick");
    return new Provenance(
        texts.apply("thalweg study r1-architectures --scale quick"),
        specification,
        Map.of("analysis", 1L),
        "sha256:" + "0123456789abcdef".repeat(4),
        "",
        "0.1.0",
        new Environment(
            "17.0.15 (Debian)", "Linux amd64", "a processor", 2, "2.10.0", 2, "float32"),
        "2026-01-01T12:00:00Z");
  }
}
