package org.thalweg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class CompletionTest {
  @Test
  void theScriptCompletesInBash(@TempDir Path folder) throws Exception {
    CommandLineUnderTest thalweg = new CommandLineUnderTest();
    assertThat(thalweg.run("completion")).isZero();
    Path script = Files.writeString(folder.resolve("thalweg"), thalweg.out());

    assertThat(bash("bash -n '" + script + "'")).isEmpty();
    String complete =
        "compopt() { :; }; source '%s'; COMP_WORDS=(thalweg %s); COMP_CWORD=%d; COMP_LINE='thalweg %s';"
            + " _complete_thalweg; printf '%%s\\n' \"${COMPREPLY[@]}\"";
    assertThat(bash(complete.formatted(script, "sur", 1, "sur")).lines())
        .containsExactly("surface");
    assertThat(bash(complete.formatted(script, "slice --norm", 2, "slice --norm")).lines())
        .containsExactly("--normalize");
    assertThat(bash(complete.formatted(script, "slice --normalize l", 3, "slice --normalize l")))
        .contains("layer");
  }

  private static String bash(String command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder("bash", "-c", command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
