package org.thalweg.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thalweg.provenance.Environment;
import org.thalweg.provenance.Provenance;

/** Points are shared by work with the same values, and by no other. */
class FingerprintTest {
  private static final Map<String, Object> SPECIFICATION =
      Map.of(
          "model",
          "runs/first",
          "points",
          31,
          "from",
          -1.0,
          "precision",
          "float32",
          "directionHashes",
          List.of("sha256:1", "sha256:2"));

  private static Environment machine(String processor, String libtorch, int workers) {
    return new Environment("17", "Linux", processor, 2, libtorch, workers, "float32");
  }

  private static Provenance provenance(Map<String, Object> specification) {
    return new Provenance(
        "surface",
        specification,
        Map.of("direction", 1L),
        "data",
        "weights",
        "1",
        machine("x86", "2.10", 2),
        "now");
  }

  private static Provenance with(String name, Object value) {
    Map<String, Object> specification = new LinkedHashMap<>(SPECIFICATION);
    specification.put(name, value);
    return provenance(specification);
  }

  private static Provenance with(
      String command,
      long seed,
      String data,
      String weights,
      String code,
      Environment machine,
      String created) {
    return new Provenance(
        command, SPECIFICATION, Map.of("direction", seed), data, weights, code, machine, created);
  }

  static Stream<Provenance> other() {
    Environment machine = machine("x86", "2.10", 2);
    return Stream.of(
        with("points", 33),
        with("from", -0.5),
        with("precision", "float64"),
        with("directionHashes", List.of("sha256:1", "sha256:3")),
        with("more", true),
        with("slice", 1, "data", "weights", "1", machine, "now"),
        with("surface", 2, "data", "weights", "1", machine, "now"),
        with("surface", 1, "other", "weights", "1", machine, "now"),
        with("surface", 1, "data", "other", "1", machine, "now"),
        with("surface", 1, "data", "weights", "2", machine, "now"),
        with("surface", 1, "data", "weights", "1", machine("arm", "2.10", 2), "now"),
        with("surface", 1, "data", "weights", "1", machine("x86", "2.11", 2), "now"));
  }

  @ParameterizedTest
  @MethodSource("other")
  void differsWithWhateverDecidesValues(Provenance other) {
    assertThat(Fingerprint.of(other)).isNotEqualTo(Fingerprint.of(provenance(SPECIFICATION)));
  }

  @Test
  void doesNotDifferWithPlaceTimeAndWorkers() {
    String fingerprint = Fingerprint.of(provenance(SPECIFICATION));
    assertThat(Fingerprint.of(with("model", "elsewhere"))).isEqualTo(fingerprint);
    assertThat(
            Fingerprint.of(
                with("surface", 1, "data", "weights", "1", machine("x86", "2.10", 3), "later")))
        .isEqualTo(fingerprint);
  }

  @Test
  void hasOneNameAndValueToALine() {
    assertThat(Fingerprint.of(provenance(SPECIFICATION)).lines())
        .contains("points=31", "from=-1.0", "seed of the direction=1", "dataHash=data")
        .allMatch(line -> line.contains("="));
  }
}
