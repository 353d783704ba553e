package org.thalweg.app;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.thalweg.app.request.CurveChoice;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.Vector;
import org.thalweg.probe.connectivity.CurveShape;
import org.thalweg.probe.connectivity.CurveTraining;
import org.thalweg.probe.connectivity.ElasticBand;
import org.thalweg.probe.connectivity.FoundPath;
import org.thalweg.result.Outcome;

/** The searches that a request names, over the objective of a session. */
final class PathSearches {
  private final ProbeSession session;
  private final CurveChoice choice;

  PathSearches(ProbeSession session, CurveChoice choice) {
    this.session = session;
    this.choice = choice;
  }

  /**
   * The path; the caller closes it.
   *
   * @throws ThalwegException {@code CANCELLED} when someone stopped the search
   */
  FoundPath find(Vector a, Vector b) {
    FoundPath found = search(a, b);
    if (found.search().outcome() == Outcome.CANCELLED) {
      found.close();
      throw ThalwegException.of(ErrorCode.CANCELLED)
          .expected("a path to measure")
          .found("a request to stop while it was searched for")
          .next("give the same command again; the search starts anew");
    }
    return found;
  }

  private FoundPath search(Vector a, Vector b) {
    if (choice instanceof CurveChoice.Trained trained) {
      return training(trained)
          .find(
              session.objective(),
              a,
              b,
              session.options().listener(),
              session.options().cancellation());
    }
    if (choice instanceof CurveChoice.ElasticBand band) {
      return ElasticBand.of(band.pivots(), band.iterations(), band.tolerance())
          .find(
              session.objective(),
              a,
              b,
              session.options().listener(),
              session.options().cancellation());
    }
    return FoundPath.line(a, b);
  }

  private CurveTraining training(CurveChoice.Trained trained) {
    return CurveTraining.of(
            CurveShape.valueOf(trained.shape().toUpperCase(Locale.ROOT)),
            trained.bends(),
            trained.stepsFor(session.objective().samples()),
            session.seed())
        .withBatch(trained.batch())
        .withLearningRate(trained.learningRate());
  }

  /** What provenance says of the search. */
  Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    if (choice instanceof CurveChoice.Trained trained) {
      CurveTraining training = training(trained);
      facts.put("curve", trained.shape());
      facts.put("bends", training.bends());
      facts.put("steps", training.steps());
      facts.put("curveBatch", training.batch());
      facts.put("lr", training.learningRate());
      facts.put("momentum", training.momentum());
    } else if (choice instanceof CurveChoice.ElasticBand band) {
      facts.put("curve", "elastic-band");
      facts.put("bends", band.pivots());
      facts.put("steps", band.iterations());
      facts.put("tolerance", band.tolerance());
    } else {
      facts.put("curve", "linear");
    }
    return facts;
  }

  /** The seeds it depends on. */
  Map<String, Long> seeds() {
    return choice instanceof CurveChoice.Trained ? Map.of("curve", session.seed()) : Map.of();
  }
}
