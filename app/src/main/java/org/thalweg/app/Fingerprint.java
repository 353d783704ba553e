package org.thalweg.app;

import java.util.Map;
import java.util.TreeMap;
import org.thalweg.provenance.Provenance;

/**
 * Whatever decides the values of a result, one {@code name=value} to a line: pieces of work with
 * the same fingerprint may share points. The number of workers, the time and where the model lies
 * are not part of it; program, libtorch and processor are, because they may round differently.
 */
final class Fingerprint {
  private Fingerprint() {}

  static String of(Provenance provenance) {
    Map<String, Object> lines = new TreeMap<>(provenance.specification());
    lines.remove("model"); // the hash of the weights says it better than a path
    lines.remove("other"); // likewise
    provenance.seeds().forEach((purpose, seed) -> lines.put("seed of the " + purpose, seed));
    lines.put("command", provenance.command());
    lines.put("dataHash", provenance.dataHash());
    lines.put("weightsHash", provenance.weightsHash());
    lines.put("codeVersion", provenance.codeVersion());
    lines.put("libtorch", provenance.environment().libtorch());
    lines.put("processor", provenance.environment().processor());
    StringBuilder text = new StringBuilder();
    lines.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    return text.toString();
  }
}
