package org.thalweg.app;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.thalweg.app.request.ModelReference;
import org.thalweg.app.request.Sampling;
import org.thalweg.app.request.Split;
import org.thalweg.data.FixedSubset;
import org.thalweg.data.Samples;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.execution.ProgressListener;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.DeterminismCheck;
import org.thalweg.provenance.Provenance;
import org.thalweg.result.Outcome;
import org.thalweg.result.ProbeResult;
import org.thalweg.store.RunWriter;
import org.thalweg.store.StoredResult;
import org.thalweg.torch.objective.NetworkObjective;
import org.thalweg.torch.objective.ObjectiveOptions;
import org.thalweg.torch.script.SecondDerivatives;

/**
 * A model opened for measuring: its objective over the samples that were asked for, checked to be
 * deterministic, the run folder that takes the results, and what provenance has to say of both.
 */
final class ProbeSession implements AutoCloseable {
  private final Opening opening;
  private final OpenedModel model;
  private final NetworkObjective objective;
  private final RunWriter run;
  private final ExecutionOptions options;
  private final MemoryPlan memory;
  private final String dataHash;
  private final Facilities facilities;

  private ProbeSession(
      Opening opening,
      OpenedModel model,
      NetworkObjective objective,
      RunWriter run,
      ExecutionOptions options,
      MemoryPlan memory,
      String dataHash,
      Facilities facilities) {
    this.opening = opening;
    this.model = model;
    this.objective = objective;
    this.run = run;
    this.options = options;
    this.memory = memory;
    this.dataHash = dataHash;
    this.facilities = facilities;
  }

  /** Opens everything, or nothing; the run folder last, so that no refusal leaves a new one. */
  static ProbeSession open(Opening opening, ProgressListener progress, Cancellation cancellation) {
    return open(opening, Facilities.usual(), progress, cancellation);
  }

  /** The same, with these facilities. */
  static ProbeSession open(
      Opening opening,
      Facilities facilities,
      ProgressListener progress,
      Cancellation cancellation) {
    OpenedModel model = ModelLoader.open(opening.scope().model(), facilities.data());
    try {
      return open(opening, model, facilities, progress, cancellation);
    } catch (RuntimeException | Error e) {
      model.close();
      throw e;
    }
  }

  private static ProbeSession open(
      Opening opening,
      OpenedModel model,
      Facilities facilities,
      ProgressListener progress,
      Cancellation cancellation) {
    requireDimension(model, opening.eigenvalues());
    Samples samples = samples(opening, model, opening.scope().sampling().split());
    MemoryPlan memory = MemoryPlan.of(opening.scope(), model, samples);
    ObjectiveOptions objectiveOptions = memory.options();
    ExecutionOptions options =
        new ExecutionOptions(objectiveOptions.workers(), progress, cancellation);
    NetworkObjective objective =
        NetworkObjective.of(model.network(), model.weights(), samples, objectiveOptions);
    try {
      requireDeterministic(objective);
      if (opening.eigenvalues() > 0 && !model.trainedHere()) {
        requireSecondDerivatives(objective);
      }
      String dataHash = facilities.data().contentHash(samples);
      RunWriter run =
          ResultFolder.open(model, opening.scope().destination(), facilities.durability());
      return new ProbeSession(
          opening, model, objective, run, options, memory, dataHash, facilities);
    } catch (RuntimeException | Error e) {
      objective.close();
      throw e;
    }
  }

  private static NetworkObjective objective(Opening opening, OpenedModel model, Samples samples) {
    return NetworkObjective.of(
        model.network(),
        model.weights(),
        samples,
        MemoryPlan.of(opening.scope(), model, samples).options());
  }

  private static void requireDimension(OpenedModel model, int eigenvalues) {
    int dimension = model.network().layout().dimension();
    if (eigenvalues > dimension) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected("at most %,d eigenvalues, as the network has weights".formatted(dimension))
          .found("%,d".formatted(eigenvalues))
          .next("ask for fewer eigenvalues");
    }
  }

  private static void requireDeterministic(NetworkObjective objective) {
    try (Vector theta = objective.parameters()) {
      DeterminismCheck.require(objective, theta);
    }
  }

  private static void requireSecondDerivatives(NetworkObjective objective) {
    try (Vector theta = objective.parameters()) {
      SecondDerivatives.require(objective, theta);
    }
  }

  private static Samples samples(Opening opening, OpenedModel model, Split split) {
    Samples all = split == Split.TRAIN ? model.data().train() : model.data().test();
    OptionalInt samples = opening.scope().sampling().samples();
    return samples.isPresent()
        ? FixedSubset.draw(all, samples.getAsInt(), opening.scope().execution().seed())
        : all;
  }

  OpenedModel model() {
    return model;
  }

  NetworkObjective objective() {
    return objective;
  }

  /** Which half of the data the objective is over. */
  Split split() {
    return opening.scope().sampling().split();
  }

  /** Another model over the same samples; the caller closes it. */
  NetworkObjective objectiveOf(OpenedModel other) {
    return objective(opening, other, samples(opening, other, split()));
  }

  /**
   * The model over the other half of the data, as many samples as were asked for or as it has; the
   * caller closes it. Empty if it has none.
   */
  Optional<NetworkObjective> objectiveOverOtherSplit() {
    Split other = split() == Split.TRAIN ? Split.TEST : Split.TRAIN;
    Samples all = other == Split.TRAIN ? model.data().train() : model.data().test();
    OptionalInt asked = opening.scope().sampling().samples();
    if (all.count() == 0) {
      return Optional.empty();
    }
    Samples samples =
        asked.isPresent() && asked.getAsInt() < all.count()
            ? FixedSubset.draw(all, asked.getAsInt(), seed())
            : all;
    return Optional.of(objective(opening, model, samples));
  }

  RunWriter run() {
    return run;
  }

  /** Where the data come from. */
  DatasetSource source() {
    return facilities.data();
  }

  /** Another model, read in the same way: a file with the same options. */
  ModelReference sibling(String text) {
    return new ModelReference(text, opening.scope().model().file());
  }

  /** Workers, listener and cancellation for points of a grid. */
  ExecutionOptions options() {
    return options;
  }

  /** How much of the network fits into memory at once. */
  MemoryPlan memory() {
    return memory;
  }

  long seed() {
    return opening.scope().execution().seed();
  }

  /** The result of this work if the folder has it and that is good enough, or else a new one. */
  Measured knownOr(Provenance provenance, Supplier<Measured> measuring) {
    return known(provenance).orElseGet(measuring);
  }

  /** The result in the folder, or, if it was cancelled, under the id that it would have had. */
  Measured kept(ProbeResult result, Provenance provenance) {
    String id =
        result.outcome() == Outcome.CANCELLED
            ? run.newId(result.probe())
            : run.store(result, provenance);
    return new Measured(run.path(), new StoredResult(id, result, provenance));
  }

  private Optional<Measured> known(Provenance provenance) {
    if (!opening.reusing()) {
      return Optional.empty();
    }
    String fingerprint = Fingerprint.of(provenance);
    return run.folder().contents().results().stream()
        .filter(stored -> Fingerprint.of(stored.provenance()).equals(fingerprint))
        .findFirst()
        .map(stored -> new Measured(run.path(), stored));
  }

  /**
   * How a result of this session arose.
   *
   * @param probe what was measured
   * @param specific options of the probe
   */
  Provenance provenance(String probe, Map<String, Object> specific, Map<String, Long> seeds) {
    Sampling sampling = opening.scope().sampling();
    Map<String, Object> specification = new LinkedHashMap<>();
    specification.put("model", model.reference());
    specification.putAll(model.description());
    specification.put("data", model.data().name());
    specification.put("split", sampling.split().toString());
    specification.put(
        "samples", sampling.samples().isPresent() ? (Object) sampling.samples().getAsInt() : "all");
    specification.put("loss", objective.loss().name());
    specification.put("weightDecay", objective.options().weightDecay());
    specification.put("precision", objective.options().precision().text());
    specification.put("chunk", objective.options().chunkSize());
    if (objective.options().threads() > 1) {
      specification.put("threadsWithinOperations", objective.options().threads());
    }
    specification.putAll(specific);
    Map<String, Long> all = new LinkedHashMap<>(seeds);
    if (sampling.samples().isPresent()) {
      all.put("subset", seed());
    }
    return new Provenance(
        probe,
        specification,
        all,
        dataHash,
        WeightsHash.of(model.weights()),
        CodeVersion.text(),
        Machine.describe(options.workers(), objective.options().precision()),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  /** Leaves no new run folder behind when there was nothing to keep, e.g. after a refusal. */
  @Override
  public void close() {
    try {
      run.closeOrDiscard();
    } finally {
      objective.close();
      model.close();
    }
  }
}
