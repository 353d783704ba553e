package org.thalweg.app.study;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.thalweg.app.CodeVersion;
import org.thalweg.app.DatasetSource;
import org.thalweg.app.Machine;
import org.thalweg.linalg.Precision;
import org.thalweg.provenance.Environment;
import org.thalweg.provenance.Provenance;
import org.thalweg.study.design.Cell;
import org.thalweg.study.design.Study;

/** How a study's numbers arose, for its record and its page. */
final class StudyOrigin {
  private StudyOrigin() {}

  static Provenance of(Study study, int workers, DatasetSource data) {
    Map<String, String> hashes = new TreeMap<>();
    for (Cell cell : study.cells()) {
      hashes.computeIfAbsent(cell.training().data(), name -> data.whole(name).contentHash());
    }
    Map<String, Object> specification = new LinkedHashMap<>();
    specification.put("study", study.name());
    specification.put("scale", study.scale().text());
    specification.put("seeds", study.seeds());
    specification.put("data", List.copyOf(hashes.keySet()));
    return new Provenance(
        "study",
        specification,
        Map.of("analysis", Conclusion.SEED),
        hashes.values().stream().distinct().collect(Collectors.joining(", ")),
        "",
        CodeVersion.text(),
        Machine.describe(workers, Precision.FLOAT32),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  /** For the record of the study. */
  static Map<String, Object> record(Provenance provenance) {
    Environment machine = provenance.environment();
    Map<String, Object> environment = new LinkedHashMap<>();
    environment.put("java", machine.java());
    environment.put("operatingSystem", machine.operatingSystem());
    environment.put("processor", machine.processor());
    environment.put("cores", machine.cores());
    environment.put("libtorch", machine.libtorch());
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("data", provenance.specification().get("data"));
    all.put("dataHash", provenance.dataHash());
    all.put("codeVersion", provenance.codeVersion());
    all.put("environment", environment);
    all.put("created", provenance.created());
    return all;
  }
}
