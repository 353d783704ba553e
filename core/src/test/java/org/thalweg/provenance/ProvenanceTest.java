package org.thalweg.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

class ProvenanceTest {
  @Test
  void orderIsKept() {
    Map<String, Object> specification = new LinkedHashMap<>();
    for (String name : List.of("z", "a", "m", "b")) {
      specification.put(name, 1);
    }
    assertThat(provenance(specification).specification().keySet())
        .containsExactly("z", "a", "m", "b");
  }

  @Test
  void laterChangesOutsideAreNotSeen() {
    List<Object> range = new ArrayList<>(List.of(-1.0, 1.0));
    Map<String, Object> inner = new LinkedHashMap<>(Map.of("range", range));
    Map<String, Object> outer = new LinkedHashMap<>(Map.of("alpha", inner));
    Provenance provenance = provenance(outer);
    range.set(0, 7.0);
    inner.put("points", 3);
    outer.clear();
    assertThat(provenance.specification())
        .isEqualTo(Map.of("alpha", Map.of("range", List.of(-1.0, 1.0))));
    assertThat(provenance).isNotEqualTo(provenance(Map.of()));
  }

  @Test
  void nothingCanBeChangedInside() {
    Provenance provenance =
        provenance(new LinkedHashMap<>(Map.of("a", new ArrayList<>(List.of(1)))));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> provenance.specification().remove("a"));
    assertThat(provenance.specification().get("a"))
        .isInstanceOfSatisfying(
            List.class,
            list ->
                assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(list::clear));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> provenance.seeds().remove("direction"));
  }

  @Test
  void equalPartsAreEqualProvenance() {
    assertThat(provenance(Map.of("points", 31, "plot", true, "scale", 0.5, "net", "mlp:16")))
        .isEqualTo(provenance(Map.of("points", 31, "plot", true, "scale", 0.5, "net", "mlp:16")));
  }

  @Test
  void valuesThatNoFileCanHoldAreRejected() {
    assertThatExceptionOfType(ThalwegException.class)
        .isThrownBy(() -> provenance(Map.of("thread", Thread.currentThread())))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL))
        .withMessageContaining("'thread'");
  }

  private static Provenance provenance(Map<String, Object> specification) {
    return new Provenance(
        "surface",
        specification,
        Map.of("direction", 7L),
        "sha256:00",
        "",
        "0.1.0",
        new Environment("17", "Linux", "x86_64", 2, "", 1, "float64"),
        "2026-01-01T00:00:00Z");
  }
}
