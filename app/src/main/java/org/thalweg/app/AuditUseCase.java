package org.thalweg.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.app.request.AuditRequest;
import org.thalweg.direction.Normalization;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.probe.audit.AuditedMeasure;
import org.thalweg.probe.audit.PointMeasures;
import org.thalweg.probe.audit.RandomCurvature;
import org.thalweg.probe.audit.ReparametrisationAudit;
import org.thalweg.probe.sharpness.SharpnessMeasures;
import org.thalweg.probe.sharpness.SharpnessOptions;
import org.thalweg.provenance.Provenance;
import org.thalweg.result.AuditResult;
import org.thalweg.symmetry.NetworkSymmetries;
import org.thalweg.symmetry.Rescaling;

/** Which measures notice rescaled weights. */
public final class AuditUseCase {
  /** Measures, stores the result and writes the report again. */
  public Measured run(AuditRequest request, ProgressListener progress, Cancellation cancellation) {
    List<AuditedMeasure> measures = measures(request);
    Opening opening = new Opening(request.scope(), 1, false);
    try (ProbeSession session = ProbeSession.open(opening, progress, cancellation)) {
      return ReportFiles.after(measure(session, request, measures), session.run().folder());
    }
  }

  static Measured measure(ProbeSession session, AuditRequest request) {
    return measure(session, request, measures(request));
  }

  private static Measured measure(
      ProbeSession session, AuditRequest request, List<AuditedMeasure> measures) {
    NetworkSymmetries symmetries = Symmetries.of(session.model());
    List<Rescaling> rescalings = rescalings(request, symmetries, session.seed());
    Map<String, Object> specific = new LinkedHashMap<>();
    specific.put("rescalings", rescalings.stream().map(Rescaling::name).toList());
    specific.put("measures", measures.stream().map(AuditedMeasure::name).toList());
    specific.put("directions", request.directions());
    Map<String, Long> seeds = new LinkedHashMap<>();
    seeds.put("directions", session.seed());
    seeds.put("sharpness", session.seed());
    if (request.spread() > 0) {
      seeds.put("unit factors", session.seed());
    }
    Provenance provenance = session.provenance("audit", specific, seeds);
    return session.knownOr(
        provenance,
        () -> {
          AuditResult result =
              new ReparametrisationAudit(rescalings, measures)
                  .measure(session.objective(), symmetries, session.options());
          return session.kept(result, provenance);
        });
  }

  private static List<Rescaling> rescalings(
      AuditRequest request, NetworkSymmetries symmetries, long seed) {
    List<Rescaling> rescalings = new ArrayList<>();
    request.factors().forEach(factor -> rescalings.add(Rescaling.layer(symmetries, factor)));
    if (request.spread() > 0) {
      rescalings.add(Rescaling.logNormal(symmetries, request.spread(), seed));
    }
    return rescalings;
  }

  private static List<AuditedMeasure> measures(AuditRequest request) {
    long seed = request.scope().execution().seed();
    List<AuditedMeasure> measures = new ArrayList<>(PointMeasures.all());
    for (Normalization normalization :
        List.of(
            Normalization.NONE, Normalization.FILTER, Normalization.LAYER, Normalization.WEIGHT)) {
      measures.add(new RandomCurvature(normalization, request.directions(), seed));
    }
    SharpnessOptions options = SharpnessOptions.defaults().withSeed(seed);
    List<SharpnessMeasures.Entry> sharpness =
        request.measures().isEmpty()
            ? SharpnessMeasures.usual()
            : request.measures().stream().map(SharpnessMeasures::named).toList();
    sharpness.forEach(entry -> measures.add(new AuditedSharpness(entry.create().apply(options))));
    return measures;
  }
}
