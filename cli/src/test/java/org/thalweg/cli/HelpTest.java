package org.thalweg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {
  private static CommandLine root() {
    Interrupts interrupts = new Interrupts(System.err, code -> {});
    Console console = new Console(System.out, System.err, false, 80);
    return ThalwegCommand.commandLine(new Session(console, ConnectedUseCases::new, interrupts));
  }

  private static void collect(CommandLine command, List<CommandLine> all) {
    all.add(command);
    command.getSubcommands().values().forEach(each -> collect(each, all));
  }

  /** Every command as the words that call it, the root as no words. */
  static Stream<List<String>> commands() {
    List<CommandLine> all = new ArrayList<>();
    collect(root(), all);
    return all.stream()
        .map(command -> command.getCommandSpec().qualifiedName().split(" "))
        .map(words -> List.of(words).subList(1, words.length));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandExplainsItselfWithAnExample(List<String> command) {
    CommandLineUnderTest thalweg = new CommandLineUnderTest();
    List<String> arguments = new ArrayList<>(command);
    arguments.add("--help");

    assertThat(thalweg.run(arguments.toArray(String[]::new))).isZero();

    String call = String.join(" ", command);
    assertThat(thalweg.out()).startsWith("Usage: thalweg " + call);
    String example = thalweg.out().substring(thalweg.out().indexOf("Example"));
    assertThat(example).contains("  ").contains(("thalweg " + call).strip());
    assertThat(thalweg.err()).isEmpty();
    assertThat(thalweg.useCases.requests).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleIsAccepted(String example) {
    List<String> words = List.of(example.split(" +"));
    CommandLineUnderTest thalweg = new CommandLineUnderTest();

    assertThat(thalweg.run(words.subList(1, words.size()).toArray(String[]::new)))
        .as(thalweg.err())
        .isZero();
  }

  static Stream<String> examples() {
    List<CommandLine> all = new ArrayList<>();
    collect(root(), all);
    return all.stream()
        .flatMap(command -> Stream.of(command.getCommandSpec().usageMessage().footer()))
        .map(String::strip)
        .filter(line -> line.startsWith("thalweg "))
        .map(line -> line.replaceFirst(" > .*", ""))
        .distinct();
  }

  @Test
  void theRootListsWhatANewcomerNeedsFirst() {
    assertThat(root().getSubcommands().keySet())
        .containsExactly(
            "quickstart",
            "data",
            "train",
            "slice",
            "surface",
            "gradient",
            "hessian",
            "sharpness",
            "audit",
            "trajectory",
            "connect",
            "analyze",
            "study",
            "claims",
            "report",
            "export",
            "import",
            "completion");
  }

  @Test
  void theRootHasAnExampleForEveryCommand() {
    CommandLineUnderTest thalweg = new CommandLineUnderTest();
    assertThat(thalweg.run()).isZero();
    for (String command : root().getSubcommands().keySet()) {
      assertThat(thalweg.out()).contains("thalweg " + command);
    }
  }

  @Test
  void linesFitATerminal() {
    CommandLineUnderTest thalweg = new CommandLineUnderTest();
    thalweg.run("train", "--help");
    assertThat(thalweg.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void theVersionSaysWhatItRunsOn() {
    CommandLineUnderTest thalweg = new CommandLineUnderTest();
    assertThat(thalweg.run("--version")).isZero();
    assertThat(thalweg.out())
        .startsWith("thalweg ")
        .contains("Java " + System.getProperty("java.version"));
  }
}
