package org.thalweg.provenance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * How a result arose: enough to run it again and to notice what has changed since. Deeply
 * immutable; maps keep their order.
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
    specification = frozen(specification);
    seeds = Collections.unmodifiableMap(new LinkedHashMap<>(seeds));
  }

  private static Map<String, Object> frozen(Map<?, ?> map) {
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((name, value) -> copy.put(String.valueOf(name), frozenValue(name, value)));
    return Collections.unmodifiableMap(copy);
  }

  private static Object frozenValue(Object name, Object value) {
    if (value instanceof String || value instanceof Number || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Map<?, ?> map) {
      return frozen(map);
    }
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>(list.size());
      list.forEach(element -> copy.add(frozenValue(name, element)));
      return Collections.unmodifiableList(copy);
    }
    throw ThalwegException.of(ErrorCode.INTERNAL)
        .expected("strings, numbers, booleans, or lists and maps of them in a specification")
        .found("'" + name + "' = " + value)
        .next("leave an absent option out, and write other values as text");
  }
}
