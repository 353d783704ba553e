package org.thalweg.study.design;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which options every probe has, and what kind of value each takes: those of the commands of the
 * same names, from the resource {@code probes.yaml}. A test compares it with the command line.
 */
public final class ProbeOptions {
  private static final String COMMON = "every probe";

  private final Map<String, Map<String, OptionKind>> probes;

  private ProbeOptions(Map<String, Map<String, OptionKind>> probes) {
    this.probes = probes;
  }

  /** Reads the resource. */
  public static ProbeOptions load() {
    YamlMapping all = Resources.probes();
    Map<String, OptionKind> common = kinds(all.require(COMMON, "").mapping());
    Map<String, Map<String, OptionKind>> probes = new LinkedHashMap<>();
    all.entries()
        .forEach(
            (probe, options) -> {
              if (!probe.equals(COMMON)) {
                Map<String, OptionKind> kinds = new LinkedHashMap<>(kinds(options.mapping()));
                kinds.putAll(common);
                probes.put(probe, Collections.unmodifiableMap(kinds));
              }
            });
    return new ProbeOptions(probes);
  }

  /** The probes' names; {@code connect} among them. */
  public List<String> probes() {
    return List.copyOf(probes.keySet());
  }

  /** The options of a probe, those of every probe last. */
  public Map<String, OptionKind> of(String probe) {
    return probes.getOrDefault(probe, Map.of());
  }

  private static Map<String, OptionKind> kinds(YamlMapping options) {
    Map<String, OptionKind> kinds = new LinkedHashMap<>();
    options.entries().forEach((name, node) -> kinds.put(name, OptionKind.of(node)));
    return kinds;
  }
}
