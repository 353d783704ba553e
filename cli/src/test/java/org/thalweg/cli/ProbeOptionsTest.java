package org.thalweg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thalweg.app.request.SharpnessRequest;
import org.thalweg.study.design.OptionKind;
import org.thalweg.study.design.ProbeOptions;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What study files know of the probes, against what the commands have. */
class ProbeOptionsTest {
  /** Which network is measured, by how many threads, where results go: the study decides. */
  private static final Set<String> OF_THE_STUDY =
      Set.of(
          "data",
          "loss",
          "net",
          "activation",
          "output",
          "inputs",
          "parameters",
          "batch-norm",
          "out",
          "force",
          "workers",
          "json",
          "verbose",
          "debug",
          "help");

  static Stream<String> probes() {
    return ProbeOptions.load().probes().stream();
  }

  private static CommandSpec command(String name) {
    Interrupts interrupts = new Interrupts(System.err, code -> {});
    Console console = new Console(System.out, System.err, false, 80);
    CommandLine root =
        ThalwegCommand.commandLine(new Session(console, ConnectedUseCases::new, interrupts));
    return Objects.requireNonNull(root.getSubcommands().get(name)).getCommandSpec();
  }

  private static Map<String, OptionSpec> options(String command) {
    Map<String, OptionSpec> options = new TreeMap<>();
    for (OptionSpec option : command(command).options()) {
      String name = option.longestName().replaceFirst("^--", "");
      if (!OF_THE_STUDY.contains(name)) {
        options.put(name, option);
      }
    }
    return options;
  }

  @ParameterizedTest
  @MethodSource("probes")
  void everyOptionOfTheCommandAndNoOther(String probe) {
    assertThat(new TreeSet<>(ProbeOptions.load().of(probe).keySet()))
        .isEqualTo(options(probe).keySet());
  }

  @ParameterizedTest
  @MethodSource("probes")
  void theKindsOfValuesAreThoseOfTheCommand(String probe) {
    Map<String, OptionSpec> options = options(probe);
    ProbeOptions.load()
        .of(probe)
        .forEach(
            (name, kind) ->
                assertThat(form(Objects.requireNonNull(options.get(name))))
                    .as(name)
                    .isEqualTo(kind.form()));
  }

  @Test
  void theMeasuresOfSharpnessAreThoseOfTheCommand() {
    assertThat(Objects.requireNonNull(ProbeOptions.load().of("sharpness").get("measure")).words())
        .containsExactlyElementsOf(SharpnessRequest.all());
  }

  private static OptionKind.Form form(OptionSpec option) {
    Class<?>[] inner = option.auxiliaryTypes();
    Class<?> type = inner[inner.length - 1];
    boolean several = option.isMultiValue();
    if (type == boolean.class) {
      return OptionKind.Form.FLAG;
    }
    if (type == int.class || type == long.class || type == Integer.class) {
      return OptionKind.Form.WHOLE;
    }
    if (type == double.class || type == Double.class) {
      return several ? OptionKind.Form.NUMBERS : OptionKind.Form.NUMBER;
    }
    return several ? OptionKind.Form.TEXTS : OptionKind.Form.TEXT;
  }
}
