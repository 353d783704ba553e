package org.thalweg.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was measured can be looked at on a machine where libtorch cannot be loaded. */
class WithoutLibtorchTest {
  @TempDir private static Path temporary = Path.of("");

  @ParameterizedTest
  @ValueSource(
      strings = {"report run", "report run --json", "data list", "data info sine", "--help"})
  void loadsNoClassOfLibtorch(String command) {
    Path here = Folders.inside(temporary, command.replace(' ', '-'));
    TrainedNetwork.copyInto(here);
    Path log = here.resolveSibling("classes.log");

    Thalweg.in(here).with("-Xlog:class+load:file=" + log).run(command).ok();

    assertThat(log).content().contains("org.thalweg.cli.Main").doesNotContain("org.bytedeco");
  }
}
