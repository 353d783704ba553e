package org.thalweg.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.app.request.AuditRequest;
import org.thalweg.app.request.Destination;
import org.thalweg.app.request.Execution;
import org.thalweg.app.request.ModelReference;
import org.thalweg.app.request.OptimizerChoice;
import org.thalweg.app.request.ProbeScope;
import org.thalweg.app.request.Recording;
import org.thalweg.app.request.Sampling;
import org.thalweg.app.request.Split;
import org.thalweg.app.request.StoppingRule;
import org.thalweg.app.request.TrainRequest;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.probe.sharpness.SharpnessMeasures;
import org.thalweg.result.AuditResult;
import org.thalweg.result.AuditRow;
import org.thalweg.result.AuditVerdict;

class AuditUseCaseTest {
  @TempDir private Path folder;

  @Test
  void everyInvariantMeasurePassesAndEveryOtherVisiblyFails() {
    train("relu");
    List<String> names = SharpnessMeasures.all().stream().map(e -> e.name()).toList();
    AuditRequest request = new AuditRequest(scope(), List.of(2.0, 10.0), 1, 20, names);

    Measured measured =
        new AuditUseCase().run(request, ProgressListener.silent(), new Cancellation());

    AuditResult result = (AuditResult) measured.result();
    assertThat(result.measures()).containsAll(names).hasSize(8 + names.size());
    assertThat(result.rows()).filteredOn(row -> row.verdict() == AuditVerdict.VIOLATED).isEmpty();
    assertThat(result.rows()).filteredOn(row -> !row.reason().isEmpty()).isEmpty();
    for (String measure : result.measures()) {
      List<AuditRow> mayMove =
          result.rows().stream()
              .filter(row -> row.measure().equals(measure))
              .filter(row -> !row.invariance().covers(row.unitwise()))
              .toList();
      if (!mayMove.isEmpty()) {
        assertThat(mayMove).anyMatch(row -> row.verdict() == AuditVerdict.MOVED);
      }
    }
    assertThat(measured.run().resolve("figures/audit-ratios.png")).isNotEmptyFile();
    assertThat(measured.stored().provenance().specification())
        .containsEntry("precision", "float64")
        .containsKeys("rescalings", "measures");
  }

  @Test
  void aNetworkWithoutTheSymmetryIsRefusedInWords() {
    train("tanh");

    assertThatThrownBy(
            () ->
                new AuditUseCase()
                    .run(AuditRequest.of(scope()), ProgressListener.silent(), new Cancellation()))
        .isInstanceOfSatisfying(
            ThalwegException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.NOT_APPLICABLE);
              assertThat(e.next()).contains("relu");
            });
  }

  private ProbeScope scope() {
    return new ProbeScope(
        ModelReference.parse(folder.resolve("run").toString()),
        new Sampling(Split.TRAIN, OptionalInt.of(60), 0),
        Execution.of(1, 1, "float32"),
        new Destination(Optional.empty(), false));
  }

  private void train(String activation) {
    TrainRequest request =
        new TrainRequest(
            "digits",
            "mlp:12,8",
            activation,
            TrainRequest.DEFAULT_LOSS,
            OptimizerChoice.DEFAULT,
            32,
            OptionalInt.of(400),
            new StoppingRule.Epochs(60),
            Recording.DEFAULT,
            Execution.of(1, 1, "float32"),
            new Destination(Optional.of(folder.resolve("run")), false));
    new TrainUseCase().train(request, ProgressListener.silent(), new Cancellation());
  }
}
