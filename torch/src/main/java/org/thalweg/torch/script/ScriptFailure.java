package org.thalweg.torch.script;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.torch.engine.NativeFailure;

/** What an exception of libtorch about a TorchScript network means to a user. */
final class ScriptFailure {
  private static final String CAUSE = "RuntimeError: ";
  private static final int LONGEST = 400;

  private ScriptFailure() {}

  /** For a failure to load. */
  static ThalwegException loading(RuntimeException failure, String file) {
    String reason = reason(failure);
    boolean operator = reason.contains("Unknown builtin op") || reason.contains("operator");
    return ThalwegException.of(ErrorCode.NETWORK_FILE)
        .expected("a TorchScript file that this version of libtorch can read")
        .found(file + ": " + reason)
        .because(failure)
        .next(
            operator
                ? "write the network without this operator; extensions beyond PyTorch itself are"
                    + " not available"
                : "save the network again, with PyTorch 1.6 or later");
  }

  /** For a failure to evaluate; running out of memory and errors of our own stay what they are. */
  static RuntimeException running(RuntimeException failure) {
    String reason = reason(failure);
    if (failure instanceof ThalwegException || NativeFailure.outOfMemory(failure)) {
      return failure;
    }
    return ThalwegException.of(ErrorCode.NETWORK_FAILED)
        .expected("an answer from the network's forward method")
        .found(reason)
        .because(failure)
        .next(next(reason));
  }

  private static String next(String reason) {
    if (reason.contains("scalar types: Long, Int") || reason.contains("indices")) {
      return "declare the arguments that are token ids as integers: inputs=int";
    }
    if (reason.contains("same dtype") || reason.contains("expected scalar type")) {
      return "compute in float32, since the network fixes its precision, or declare the arguments"
          + " that are integers: inputs=int";
    }
    if (reason.contains("Expected at most") || reason.contains("missing value for argument")) {
      return "declare as many arguments as forward takes, e.g. inputs=int:16,float:3";
    }
    if (reason.contains("CUDA") || reason.contains("cuda")) {
      return "save the network on the CPU, without devices in its code: model.cpu()";
    }
    return "check that the data are what the network was trained on, in shape and type";
  }

  /** The line that says what went wrong, without the stack of the interpreter. */
  private static String reason(RuntimeException failure) {
    String message = String.valueOf(failure.getMessage()).strip();
    int cause = message.lastIndexOf(CAUSE);
    String text = cause < 0 ? message : message.substring(cause + CAUSE.length());
    String line = text.lines().findFirst().orElse(text).strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }
}
