package org.thalweg.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultDocumentTest {
  @Test
  void numbersByTheirPlace() {
    ResultDocument document =
        ResultDocument.of(
            "hessian",
            """
            {"probe": "hessian", "values": {"top": [{"value": 2.5, "converged": true}],
             "trace": {"mean": "NaN", "stderr": "-Infinity"}, "name": "H", "a/b": {"~": 7}}}
            """);
    assertThat(document.number("/top/0/value")).hasValue(2.5);
    assertThat(document.number("/top/0/converged")).hasValue(1);
    assertThat(document.number("/trace/mean")).hasValue(Double.NaN);
    assertThat(document.number("/trace/stderr")).hasValue(Double.NEGATIVE_INFINITY);
    assertThat(document.number("/a~1b/~0")).hasValue(7);
    assertThat(document.number("/top/1/value")).isEmpty();
    assertThat(document.number("/top")).isEmpty();
    assertThat(document.number("/name")).isEmpty();
    assertThat(ResultDocument.isPointer("/top/0")).isTrue();
    assertThat(ResultDocument.isPointer("top/0")).isFalse();
  }

  @Test
  void aFolderOfWhateverDurabilityReadsTheSame(@TempDir Path folder) {
    for (Durability durability : Durability.values()) {
      Path run = folder.resolve(durability.name());
      try (RunWriter writer = RunFolder.create(run, "title", "1", false, durability)) {
        writer.training().storeSnapshot(new Snapshot(3, 0.5), Map.of());
      }
      try (RunWriter writer = RunFolder.openForWriting(run, durability)) {
        assertThat(writer.folder().snapshots()).containsExactly(new Snapshot(3, 0.5));
      }
      RunFolder.settle(run);
    }
  }
}
