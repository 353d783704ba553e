package org.thalweg.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.thalweg.app.request.Destination;
import org.thalweg.app.request.Execution;
import org.thalweg.app.request.ModelReference;
import org.thalweg.app.request.Sampling;
import org.thalweg.app.request.Split;
import org.thalweg.data.ContentHash;
import org.thalweg.data.FixedSubset;
import org.thalweg.data.Samples;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.execution.ProgressListener;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.DeterminismCheck;
import org.thalweg.provenance.Provenance;
import org.thalweg.store.RunFolder;
import org.thalweg.store.RunWriter;
import org.thalweg.torch.objective.NetworkObjective;
import org.thalweg.torch.objective.ObjectiveOptions;

/**
 * A model opened for measuring: its objective over the samples that were asked for, checked to be
 * deterministic, the run folder that takes the results, and what provenance has to say of both.
 */
final class ProbeSession implements AutoCloseable {
  private final TrainedModel model;
  private final Sampling sampling;
  private final Execution execution;
  private final NetworkObjective objective;
  private final RunWriter run;
  private final ExecutionOptions options;
  private final String dataHash;

  private ProbeSession(
      TrainedModel model,
      Sampling sampling,
      Execution execution,
      NetworkObjective objective,
      RunWriter run,
      ExecutionOptions options,
      String dataHash) {
    this.model = model;
    this.sampling = sampling;
    this.execution = execution;
    this.objective = objective;
    this.run = run;
    this.options = options;
    this.dataHash = dataHash;
  }

  /** Opens everything, or nothing. */
  static ProbeSession open(
      ModelReference reference,
      Sampling sampling,
      Execution execution,
      Destination destination,
      ProgressListener progress,
      Cancellation cancellation) {
    TrainedModel model = ModelLoader.open(reference);
    Samples samples = samples(model, sampling, execution);
    int workers = Machine.workers(execution.workers());
    ObjectiveOptions objectiveOptions =
        ObjectiveOptions.defaults()
            .withPrecision(execution.precision())
            .withLoss(model.loss())
            .withWorkers(workers);
    if (sampling.chunk() > 0) {
      objectiveOptions = objectiveOptions.withChunkSize(sampling.chunk());
    }
    NetworkObjective objective =
        NetworkObjective.of(model.network(), model.weights(), samples, objectiveOptions);
    try {
      requireDeterministic(objective);
      RunWriter run = openRun(model, destination);
      ExecutionOptions options = new ExecutionOptions(workers, progress, cancellation);
      String dataHash = ContentHash.of(samples);
      return new ProbeSession(model, sampling, execution, objective, run, options, dataHash);
    } catch (RuntimeException | Error e) {
      objective.close();
      throw e;
    }
  }

  private static void requireDeterministic(NetworkObjective objective) {
    try (Vector theta = objective.parameters()) {
      DeterminismCheck.require(objective, theta);
    }
  }

  private static Samples samples(TrainedModel model, Sampling sampling, Execution execution) {
    Samples all = sampling.split() == Split.TRAIN ? model.data().train() : model.data().test();
    return sampling.samples().isPresent()
        ? FixedSubset.draw(all, sampling.samples().getAsInt(), execution.seed())
        : all;
  }

  /**
   * Results join the model's own run folder unless another is named; a folder that holds results
   * already is added to, so that interrupted work is found again.
   */
  private static RunWriter openRun(TrainedModel model, Destination destination) {
    Path folder = destination.folder().orElse(model.run().path());
    if (isSame(folder, model.run().path())) {
      return RunFolder.openForWriting(folder);
    }
    if (RunFolder.exists(folder) && !destination.overwrite()) {
      return RunFolder.openForWriting(folder);
    }
    return RunFolder.create(
        folder, model.run().title(), CodeVersion.text(), destination.overwrite());
  }

  private static boolean isSame(Path one, Path other) {
    return Files.exists(one)
        && one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }

  TrainedModel model() {
    return model;
  }

  NetworkObjective objective() {
    return objective;
  }

  RunWriter run() {
    return run;
  }

  /** Workers, listener and cancellation for points of a grid. */
  ExecutionOptions options() {
    return options;
  }

  Execution execution() {
    return execution;
  }

  /**
   * How a result of this session arose.
   *
   * @param probe what was measured
   * @param specific options of the probe
   */
  Provenance provenance(String probe, Map<String, Object> specific, Map<String, Long> seeds) {
    Map<String, Object> specification = new LinkedHashMap<>();
    specification.put("model", model.reference());
    specification.put("net", model.recipe().training().network().description());
    specification.put("activation", model.recipe().training().network().activation().text());
    specification.put("data", model.data().name());
    specification.put("split", sampling.split().name().toLowerCase(Locale.ROOT));
    specification.put(
        "samples", sampling.samples().isPresent() ? (Object) sampling.samples().getAsInt() : "all");
    specification.put("loss", objective.loss().name());
    specification.put("weightDecay", objective.options().weightDecay());
    specification.put("precision", execution.precision().text());
    specification.put("chunk", objective.options().chunkSize());
    specification.putAll(specific);
    Map<String, Long> all = new LinkedHashMap<>(seeds);
    if (sampling.samples().isPresent()) {
      all.put("subset", execution.seed());
    }
    return new Provenance(
        probe,
        specification,
        all,
        dataHash,
        WeightsHash.of(model.weights()),
        CodeVersion.text(),
        Machine.describe(options.workers(), execution.precision()),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  /**
   * Whatever decides the values of a result: two pieces of work with the same one may share points.
   */
  static String fingerprint(Provenance provenance) {
    Map<String, Object> deciding = new LinkedHashMap<>(provenance.specification());
    deciding.remove("model"); // the weights' hash says it better than a path
    return "%s %s %s data %s weights %s"
        .formatted(
            provenance.command(),
            deciding,
            provenance.seeds(),
            provenance.dataHash(),
            provenance.weightsHash());
  }

  @Override
  public void close() {
    run.close();
    objective.close();
  }
}
