package org.thalweg.app.study;

import java.util.List;
import org.thalweg.study.claim.ClaimVerdict;
import org.thalweg.study.claim.LedgerDocument;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Verdicts on claims as a JSON document; numbers that are not finite are their names. */
public final class VerdictsDocument {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private VerdictsDocument() {}

  static String of(List<ClaimVerdict> verdicts) {
    ObjectNode document = MAPPER.createObjectNode();
    document.set("claims", array(verdicts));
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
  }

  /** As part of another document. */
  public static ArrayNode array(List<ClaimVerdict> verdicts) {
    return LedgerDocument.claims(verdicts);
  }
}
