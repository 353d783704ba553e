package org.thalweg.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.NearestMatch;
import org.thalweg.error.ThalwegException;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Arguments that cannot be understood, with the nearest that could. */
final class UsageFailure {
  private final FailureReport failures;

  UsageFailure(FailureReport failures) {
    this.failures = failures;
  }

  int handle(ParameterException failure, String[] arguments) {
    return failures.tell(explain(failure));
  }

  private static ThalwegException explain(ParameterException failure) {
    CommandLine command = failure.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    String help = "see: " + name + " --help";
    ThalwegException.Expected error = ThalwegException.of(ErrorCode.INVALID_OPTION);
    if (failure instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().get(0);
      return error
          .expected(expected(command, name))
          .found("'" + String.join(" ", unmatched.getUnmatched()) + "'")
          .next(
              NearestMatch.among(names(command, first), first)
                  .map(nearest -> "did you mean " + nearest + "? " + help)
                  .orElse(help));
    }
    if (failure instanceof MissingParameterException || failure.getArgSpec() == null) {
      return error
          .expected(expected(command, name))
          .found(String.valueOf(failure.getMessage()))
          .next(help);
    }
    return error
        .expected(expected(failure.getArgSpec()))
        .found("'" + failure.getValue() + "'")
        .next("correct it; " + help);
  }

  private static String expected(CommandLine command, String name) {
    return command.getSubcommands().isEmpty()
        ? "the options and arguments of '" + name + "'"
        : "a command: " + String.join(", ", command.getSubcommands().keySet());
  }

  private static String expected(ArgSpec argument) {
    String option =
        argument instanceof OptionSpec named ? named.longestName() : argument.paramLabel();
    Class<?> type = argument.isOption() ? valueType(argument) : argument.type();
    if (argument.completionCandidates() != null) {
      List<String> choices =
          StreamSupport.stream(argument.completionCandidates().spliterator(), false).toList();
      return option + " " + String.join(" or ", choices);
    }
    if (type == int.class || type == Integer.class || type == long.class) {
      return option + " with a whole number";
    }
    return option
        + " with "
        + (type == double.class || type == Double.class ? "a number" : "one value");
  }

  private static Class<?> valueType(ArgSpec argument) {
    Class<?>[] inner = argument.auxiliaryTypes();
    return inner.length > 0 ? inner[0] : argument.type();
  }

  /** What may have been meant: a command by a word, an option by what looks like one. */
  private static List<String> names(CommandLine command, String typed) {
    List<String> names = new ArrayList<>(command.getSubcommands().keySet());
    if (!typed.startsWith("-")) {
      return names;
    }
    for (OptionSpec option : command.getCommandSpec().options()) {
      names.addAll(List.of(option.names()));
    }
    return names;
  }
}
