package org.thalweg.provenance;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a result arose: enough to run it again and to notice what has changed since.
 *
 * @param command the use case, e.g. {@code "surface"}
 * @param specification every option in force, defaults included, by name; values are strings,
 *     numbers, booleans, or lists and maps of them
 * @param seeds seed by purpose
 * @param dataHash content hash of the data, {@code sha256:…}
 * @param weightsHash content hash of the parameter vector, {@code sha256:…}; empty where there is
 *     none yet
 * @param codeVersion version of Thalweg
 * @param environment the machine and its libraries
 * @param created when, ISO 8601 in UTC
 */
public record Provenance(
    String command,
    Map<String, Object> specification,
    Map<String, Long> seeds,
    String dataHash,
    String weightsHash,
    String codeVersion,
    Environment environment,
    String created) {
  public Provenance {
    specification = Collections.unmodifiableMap(new LinkedHashMap<>(specification));
    seeds = Collections.unmodifiableMap(new LinkedHashMap<>(seeds));
  }
}
