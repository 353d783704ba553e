package org.thalweg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OutputTest {
  private static final String JSON = "{\"probe\": \"slice\", \"values\": {\"loss\": [\"NaN\", 1]}}";

  private static CommandLineUnderTest working() {
    return new CommandLineUnderTest(
        (progress, cancellation) -> {
          progress.progress("slice", 0, 2);
          progress.progress("slice", 1, 2);
          progress.progress("slice", 2, 2);
          return CommandOutput.complete(List.of("loss 1.5", "see runs/first"), JSON);
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void jsonIsTheOnlyThingOnStandardOutput(boolean terminal) {
    CommandLineUnderTest thalweg = terminal ? working().onTerminal() : working();
    assertThat(thalweg.run("slice", "r", "--json")).isZero();
    JsonNode document = JsonMapper.shared().readTree(thalweg.out());
    assertThat(document.at("/values/loss/0").asString()).isEqualTo("NaN");
    assertThat(thalweg.out()).isEqualTo(JSON + "\n");
    assertThat(thalweg.err()).contains("slice");
  }

  @Test
  void linesForAReader() {
    CommandLineUnderTest thalweg = working();
    assertThat(thalweg.run("slice", "r")).isZero();
    assertThat(thalweg.out()).isEqualTo("loss 1.5\nsee runs/first\n");
  }

  @Test
  void progressIsABarOnATerminalAndLinesInAPipe() {
    CommandLineUnderTest pipe = working();
    pipe.run("slice", "r");
    assertThat(pipe.err()).isEqualTo("slice: 0 of 2 (0 %)\nslice: 2 of 2 (100 %)\n");

    CommandLineUnderTest terminal = working().onTerminal();
    terminal.run("slice", "r");
    assertThat(terminal.err()).contains("\r").contains("2/2").contains("100%");
  }
}
