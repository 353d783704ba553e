package org.thalweg.figure;

import java.util.List;
import org.thalweg.result.AuditResult;
import org.thalweg.result.AuditVerdict;

/** The ratio after / before of each audited measure. */
final class AuditFigures implements ResultFigures<AuditResult> {
  @Override
  public Class<AuditResult> type() {
    return AuditResult.class;
  }

  @Override
  public List<Figure> of(String id, AuditResult audit) {
    if (audit.rows().isEmpty()) {
      return List.of();
    }
    AuditDrawing drawing = new AuditDrawing(audit);
    return List.of(
        new Figure(
            id + "-ratios",
            "Rescaled weights, same function: which measures notice",
            note(audit),
            "For each measure and each rescaling of the weights the value after over the value"
                + " before on a logarithmic axis; measures that do not notice lie at 1.",
            800,
            70 + drawing.height(),
            drawing));
  }

  private static String note(AuditResult audit) {
    int violated = audit.count(AuditVerdict.VIOLATED);
    return violated == 0
        ? "every measure that theory calls invariant stayed within its uncertainty"
        : "ringed: moved although theory calls the measure invariant (" + violated + ")";
  }
}
