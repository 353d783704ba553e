package org.thalweg.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.array.Npz;
import org.thalweg.array.NumericArray;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.objective.Evaluation;
import org.thalweg.result.Outcome;

class RunFolderTest {
  @TempDir Path temporary;
  private Path run;

  @BeforeEach
  void choosePath() {
    run = temporary.resolve("runs/first");
  }

  @Test
  void everyResultIsReadBackAsItWasStored() {
    try (RunWriter writer = RunFolder.create(run, "a title", "0.1.0", false)) {
      assertThat(writer.store(Examples.surface(), Examples.provenance())).isEqualTo("surface");
      assertThat(writer.store(Examples.slice(), Examples.provenance())).isEqualTo("slice");
      assertThat(writer.store(Examples.surface(), Examples.provenance())).isEqualTo("surface-2");
      assertThat(writer.store(Examples.spectrum(), Examples.provenance())).isEqualTo("hessian");
      assertThat(writer.store(Examples.gradient(), Examples.provenance())).isEqualTo("gradient");
    }

    RunFolder folder = RunFolder.open(run);
    assertThat(folder.title()).isEqualTo("a title");
    assertThat(folder.results())
        .containsExactly(
            new ResultEntry("surface", "surface", Outcome.CONVERGED),
            new ResultEntry("slice", "slice", Outcome.CANCELLED),
            new ResultEntry("surface-2", "surface", Outcome.CONVERGED),
            new ResultEntry("hessian", "hessian", Outcome.BUDGET_EXHAUSTED),
            new ResultEntry("gradient", "gradient", Outcome.NON_FINITE));
    RunContents contents = folder.contents();
    assertThat(contents.training()).isEmpty();
    assertThat(contents.results())
        .containsExactly(
            new StoredResult("surface", Examples.surface(), Examples.provenance()),
            new StoredResult("slice", Examples.slice(), Examples.provenance()),
            new StoredResult("surface-2", Examples.surface(), Examples.provenance()),
            new StoredResult("hessian", Examples.spectrum(), Examples.provenance()),
            new StoredResult("gradient", Examples.gradient(), Examples.provenance()));
    assertThat(folder.result("slice").result()).isEqualTo(Examples.slice());
  }

  @Test
  void arraysAndTablesSayTheSame() throws IOException {
    Map<String, NumericArray> eigenvectors =
        Map.of("eigenvectors", NumericArray.of(new double[] {1, 0, 0, 1}, 2, 2));
    try (RunWriter writer = RunFolder.create(run, "t", "v", false)) {
      writer.store(Examples.surface(), Examples.provenance());
      writer.store(Examples.slice(), Examples.provenance());
      writer.store("hessian", Examples.spectrum(), Examples.provenance(), eigenvectors);
      writer.store(Examples.gradient(), Examples.provenance());
    }

    Map<String, NumericArray> surface = Npz.read(run.resolve("arrays/surface.npz"));
    assertThat(Examples.array(surface, "loss").shape()).containsExactly(2, 3);
    assertThat(Examples.array(surface, "loss").toDoubles())
        .containsExactly(1, 2, 3, 4, 5, Double.NaN);
    assertThat(Examples.array(surface, "beta").toDoubles()).containsExactly(-2, 0, 2);
    Map<String, NumericArray> hessian = RunFolder.open(run).arrays("hessian");
    assertThat(Examples.array(hessian, "top").toDoubles()).containsExactly(12.5, 3);
    assertThat(Examples.array(hessian, "eigenvectors").toDoubles()).containsExactly(1, 0, 0, 1);
    assertThat(run.resolve("tables/surface.csv"))
        .hasContent(
            """
            alpha,beta,loss,lossStandardError,accuracy
            -1.0,-2.0,1.0,0.1,0.9
            -1.0,0.0,2.0,0.2,0.8
            -1.0,2.0,3.0,0.3,0.7
            1.0,-2.0,4.0,0.4,0.6
            1.0,0.0,5.0,0.5,Infinity
            1.0,2.0,NaN,NaN,NaN
            """);
    assertThat(run.resolve("tables/hessian.csv"))
        .hasContent(
            """
            end,index,value,residual,converged
            top,1,12.5,1.0E-7,true
            top,2,3.0,NaN,false
            bottom,1,-0.5,0.002,false
            layer fc,1,2.0,0.1,true
            """);
    assertThat(Files.readAllLines(run.resolve("tables/slice.csv")))
        .startsWith("alpha,loss,lossStandardError,accuracy", "-1.0,4.9E-324,1.0E-300,0.5");
    assertThat(Files.readAllLines(run.resolve("tables/gradient.csv")))
        .endsWith("z.weight,3.0", "a.bias,NaN");
    assertThat(Files.readAllLines(run.resolve("tables/measurements.csv")))
        .startsWith("result,name,value,uncertainty,uncertaintyKind,outcome")
        .contains("hessian,λ 1 (largest),12.5,1.0E-7,residual ‖Hv − λv‖,converged");
  }

  @Test
  void theTableOfMeasurementsHasEveryResultOnce() throws IOException {
    Path table = run.resolve("tables/measurements.csv");
    try (RunWriter writer = RunFolder.create(run, "t", "v", false)) {
      writer.store(Examples.gradient(), Examples.provenance());
      // As if a kill had come between the table and the manifest.
      Files.writeString(table, Files.readString(table) + "hessian,λ,9.0,NaN,,converged\n");
      // Storing depends on no other result.
      Files.writeString(run.resolve("results/gradient.json"), "damaged");
      writer.store(Examples.spectrum(), Examples.provenance());
    }

    assertThat(Files.readAllLines(table))
        .startsWith(
            "result,name,value,uncertainty,uncertaintyKind,outcome",
            "gradient,loss,0.3,0.01,standard error over samples,non-finite",
            "gradient,accuracy,NaN,0.25,standard error over samples,non-finite",
            "gradient,gradient norm ‖∇L‖₂,Infinity,NaN,,non-finite",
            "hessian,λ 1 (largest),12.5,1.0E-7,residual ‖Hv − λv‖,converged",
            "hessian,λ 2 (largest),3.0,NaN,residual ‖Hv − λv‖,budget exhausted",
            "hessian,λ −1 (smallest),-0.5,0.002,residual ‖Hv − λv‖,budget exhausted")
        .hasSize(4 + Examples.spectrum().measurements().size())
        .doesNotHaveDuplicates();
  }

  @Test
  void aTableSpoiltBySomeoneElseCostsNoResult() throws IOException {
    Path table = run.resolve("tables/measurements.csv");
    try (RunWriter writer = RunFolder.create(run, "t", "v", false)) {
      writer.store(Examples.gradient(), Examples.provenance());
      Files.write(table, new byte[] {'r', ',', '"', (byte) 0xe9, '\n'});
      writer.store(Examples.slice(), Examples.provenance());
    }
    assertThat(RunFolder.open(run).contents().results()).hasSize(2);
    assertThat(Files.readString(table)).contains("slice,lowest loss").doesNotContain("gradient");
  }

  @Test
  void aStoredResultNeverChanges() {
    try (RunWriter writer = RunFolder.create(run, "t", "v", false)) {
      writer.store(Examples.slice(), Examples.provenance());

      assertThat(
              failure(
                      () ->
                          writer.store("slice", Examples.slice(), Examples.provenance(), Map.of()))
                  .code())
          .isEqualTo(ErrorCode.FILE_EXISTS);
    }
  }

  @Test
  void anIdCannotLeaveTheFolder() {
    try (RunWriter writer = RunFolder.create(run, "t", "v", false)) {
      for (String id : List.of("../out", "a/b", "", "A", "training", "a--b", "-a")) {
        assertThat(
                failure(() -> writer.store(id, Examples.slice(), Examples.provenance(), Map.of()))
                    .code())
            .isEqualTo(ErrorCode.RUN_FOLDER_INVALID);
      }
      assertThat(writer.folder().results()).isEmpty();
    }
    assertThat(temporary.resolve("runs")).isDirectoryNotContaining("glob:**out*");
  }

  @Test
  void unknownNamesAreTold() {
    RunFolder.create(run, "t", "v", false).close();
    RunFolder folder = RunFolder.open(run);

    assertThat(failure(() -> folder.result("slice")).code()).isEqualTo(ErrorCode.UNKNOWN_NAME);
    assertThat(failure(folder::weights).code()).isEqualTo(ErrorCode.UNKNOWN_NAME);
    assertThat(failure(() -> folder.weights(RunReference.parse("r@1"))).code())
        .isEqualTo(ErrorCode.UNKNOWN_NAME);
    assertThat(folder.checkpoint()).isEmpty();
    assertThat(folder.training()).isEmpty();
  }

  @Test
  void onlyOneWriterAtATimeAndAnyNumberOfReaders() {
    try (RunWriter writer = RunFolder.create(run, "t", "v", false)) {
      assertThat(failure(() -> RunFolder.openForWriting(run)).code())
          .isEqualTo(ErrorCode.RUN_FOLDER_BUSY);
      assertThat(failure(() -> RunFolder.create(run, "t", "v", true)).code())
          .isEqualTo(ErrorCode.RUN_FOLDER_BUSY);
      writer.store(Examples.slice(), Examples.provenance());
      assertThat(RunFolder.open(run).results()).hasSize(1);
    }
    try (RunWriter writer = RunFolder.openForWriting(run)) {
      assertThat(writer.store(Examples.slice(), Examples.provenance())).isEqualTo("slice-2");
    }
  }

  @Test
  void unfinishedWorkIsFoundAgainByItsFingerprint() {
    try (RunWriter writer = RunFolder.create(run, "t", "v", false)) {
      PendingResult first = writer.resume("surface", "work=1");
      assertThat(first.id()).isEqualTo("surface");
      first.ledger().record(7, Evaluation.exact(0.25));
      first.ledger().close();
      PendingResult second = writer.resume("surface", "work=2");
      assertThat(second.id()).isEqualTo("surface-2");
      assertThat(second.ledger().size()).isZero();
      second.ledger().close();
      assertThat(writer.newId("surface")).isEqualTo("surface-3");
    }

    try (RunWriter writer = RunFolder.openForWriting(run)) {
      PendingResult again = writer.resume("surface", "work=1");
      assertThat(again.id()).isEqualTo("surface");
      assertThat(again.ledger().find(7)).contains(Evaluation.exact(0.25));
      writer.store(again, Examples.surface(), Examples.provenance());
      assertThat(run.resolve("ledgers/surface.ledger")).doesNotExist();
      assertThat(run.resolve("ledgers/surface-2.ledger")).exists();

      PendingResult anew = writer.resume("surface", "work=1");
      assertThat(anew.id()).isEqualTo("surface-3");
      assertThat(anew.ledger().size()).isZero();
      anew.ledger().close();
    }
  }

  @Test
  void filesOfDeadProcessesAreCleanedUpAndThoseOfLivingOnesAreNot() throws IOException {
    RunFolder.create(run, "t", "v", false).close();
    Path dead = run.resolve("results/.surface.json.999999999.1f.tmp");
    Path living = run.resolve("results/.slice.json." + ProcessHandle.current().pid() + ".1f.tmp");
    Path foreign = run.resolve("results/.notes.tmp");
    Files.createDirectories(run.resolve("results"));
    for (Path file : List.of(dead, living, foreign)) {
      Files.createFile(file);
    }

    RunFolder.openForWriting(run).close();

    assertThat(dead).doesNotExist();
    assertThat(living).exists();
    assertThat(foreign).exists();
  }

  @Test
  void aReaderDuringWritesSeesWholeResultsOnly() throws Exception {
    int n = 25;
    try (RunWriter writer = RunFolder.create(run, "t", "v", false)) {
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < n; i++) {
                  writer.store(Examples.surface(), Examples.provenance());
                }
              });
      thread.start();
      RunFolder folder = RunFolder.open(run);
      int seen = 0;
      while (thread.isAlive()) {
        List<StoredResult> results = folder.contents().results();
        assertThat(results.size()).isGreaterThanOrEqualTo(seen);
        assertThat(results).allMatch(one -> one.result().equals(Examples.surface()));
        seen = results.size();
      }
      thread.join();
      assertThat(folder.contents().results()).hasSize(n);
    }
  }

  private static ThalwegException failure(Runnable work) {
    return catchThrowableOfType(ThalwegException.class, work::run);
  }
}
