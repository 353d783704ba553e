package org.thalweg.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Too little memory is an error with a way out, never a dead process. */
class MemoryTest {
  @TempDir private static Path temporary = Path.of("");

  /** The estimate knows of the limit, and refuses before anything is written. */
  @Test
  void aProbeThatCannotFitIsRefused() {
    Path here = Folders.inside(temporary, "refused");
    TrainedNetwork.copyInto(here);
    String error =
        Thalweg.in(here)
            .with("-Dorg.bytedeco.javacpp.maxphysicalbytes=64m")
            .run("hessian run --out new")
            .failed("TW-6002")
            .err();
    assertThat(error).contains("--").doesNotContain("\tat ");
    assertThat(here.resolve("new")).doesNotExist();
  }

  /**
   * 60,000 images at once through 64 channels of 28 × 28 take 12 GB for the first layer alone; the
   * process may have 6 GB of addresses.
   */
  @Test
  @EnabledOnOs(OS.LINUX)
  void memoryThatRunsOutIsACodedErrorAndTheProcessGoesOn() {
    Path here = Folders.inside(temporary, "exhausted");
    assumeThat(Path.of("/bin/bash")).exists();
    Finished finished =
        Thalweg.in(here)
            .instead("org.thalweg.it.ExhaustMemory")
            .limitedTo(6_000_000)
            .run(List.of())
            .ok();
    assertThat(finished.out())
        .contains("TW-6002", "--batch", "still alive, loss 2.")
        .doesNotContain("it fitted");
  }
}
