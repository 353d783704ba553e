package org.thalweg.app.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.error.ThalwegException;
import org.thalweg.random.RandomStream;
import org.thalweg.study.claim.ClaimVerdict;
import org.thalweg.study.claim.Ledger;
import org.thalweg.study.claim.Verdict;
import org.thalweg.study.design.BundledStudies;
import org.thalweg.study.design.Quantity;
import org.thalweg.study.design.Scale;
import org.thalweg.study.design.Study;
import org.thalweg.study.observation.Observation;
import org.thalweg.study.observation.StudyObservations;

/** The ledger from folders of studies; the numbers in them are made up. */
class ClaimsUseCaseTest {
  private static final List<String> FROM_FLAT = List.of("residual", "deep", "wide", "shallow");

  @TempDir private Path folder = Path.of("");

  /** All architectures alike, but sharpness and λ₁ double in the order that the report claims. */
  @BeforeEach
  void writeStudy() {
    Study study = BundledStudies.read("r1-architectures", Scale.QUICK).orElseThrow();
    List<Observation> trials =
        study.trials().stream()
            .map(
                trial -> {
                  Map<String, Double> values = new LinkedHashMap<>();
                  for (Quantity quantity : study.quantities()) {
                    RandomStream random =
                        RandomStream.of(trial.seed(), trial.id() + quantity.name());
                    values.put(quantity.name(), Math.exp(0.05 * random.gaussian()));
                  }
                  int place = FROM_FLAT.indexOf(trial.cell().levels().getOrDefault("network", ""));
                  values.computeIfPresent("sharpness", (name, x) -> x * Math.pow(2, place));
                  values.computeIfPresent("lambda_max", (name, x) -> x * Math.pow(2, place));
                  return new Observation(
                      trial.id(),
                      trial.cell().levels(),
                      trial.seed(),
                      Observation.State.COMPLETE,
                      values,
                      "");
                })
            .toList();
    StudyFolder own = StudyFolder.at(folder);
    own.writeDesign(study, Map.of());
    own.writeTables(new StudyObservations(study, trials, List.of(), List.of()));
  }

  /**
   * The default is everything that was run; a study whose first seed is under way is not yet there.
   */
  @Test
  void aStudyThatHasJustBegunHasNoObservations() {
    assertThat(StudyFolder.hasObservations(folder)).isTrue();
    Path begun = folder.resolve("begun");
    StudyFolder.at(begun).lock().close();
    StudyFolder.at(begun)
        .writeDesign(BundledStudies.read("r4-basin", Scale.QUICK).orElseThrow(), Map.of());
    assertThat(StudyFolder.hasObservations(begun)).isFalse();
  }

  private Ledger ledger(Optional<Path> claims) {
    return new ClaimsUseCase()
        .run(new ClaimsRequest(List.of(folder), claims, Optional.of(folder.resolve("ledger"))));
  }

  private static ClaimVerdict verdict(Ledger ledger, String id) {
    return ledger.verdicts().stream()
        .filter(one -> one.claim().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void claimsAreDecidedFromTheTables() {
    Ledger ledger = ledger(Optional.empty());
    assertThat(verdict(ledger, "R1.1").verdict()).isEqualTo(Verdict.SUPPORTED);
    assertThat(verdict(ledger, "R1.1").conditions()).isEqualTo("sine:n=1000, scale quick, 8 seeds");
    assertThat(verdict(ledger, "R1.2").verdict()).isEqualTo(Verdict.SUPPORTED);
    // The entropies do not differ.
    assertThat(verdict(ledger, "R1.3").verdict()).isNotEqualTo(Verdict.SUPPORTED);
    assertThat(verdict(ledger, "R1.4").verdict()).isEqualTo(Verdict.NOT_MEASURED);
    assertThat(verdict(ledger, "R1.4").why()).isEqualTo("run it: thalweg study r1-optimizers");
  }

  @Test
  void theLedgerIsWritten() throws IOException {
    ledger(Optional.empty());
    assertThat(folder.resolve("ledger/claims.json")).content().contains("\"id\" : \"R1.1\"");
    assertThat(Files.readAllLines(folder.resolve("ledger/claims.csv")).get(0))
        .startsWith("claim,source,study,conditions,verdict");
    assertThat(folder.resolve("ledger/claims.md")).content().contains("| R1.1 |");
  }

  @Test
  void claimsOfOnesOwnStandBesideTheOthers() throws IOException {
    Path file = folder.resolve("own.yaml");
    Files.writeString(
        file,
        """
        claims:
          - id: mine
            text: Deep networks are sharper.
            study: r1-architectures
            contradicts: R1.1
            rule:
              order: {quantity: lambda_max, factor: network, ascending: [shallow, deep], as: ratio}
        """);
    Ledger ledger = ledger(Optional.of(file));
    assertThat(verdict(ledger, "mine").verdict()).isEqualTo(Verdict.CONTRADICTED);
    assertThat(ledger.adjudications())
        .filteredOn(one -> one.first().equals("mine"))
        .singleElement()
        .satisfies(one -> assertThat(one.favoured()).isEqualTo("R1.1"));
  }

  @Test
  void aFolderWithoutAStudyIsRefused() {
    Path empty = folder.resolve("nothing");
    assertThatThrownBy(
            () ->
                new ClaimsUseCase()
                    .run(new ClaimsRequest(List.of(empty), Optional.empty(), Optional.empty())))
        .isInstanceOf(ThalwegException.class)
        .hasMessageContaining("TW-5001")
        .hasMessageContaining("thalweg study NAME");
  }
}
