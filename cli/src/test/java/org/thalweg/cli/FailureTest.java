package org.thalweg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.result.Outcome;

class FailureTest {
  private static CommandLineUnderTest failing(Throwable failure) {
    return new CommandLineUnderTest(
        (progress, cancellation) -> {
          if (failure instanceof Error error) {
            throw error;
          }
          throw (RuntimeException) failure;
        });
  }

  private static ThalwegException known(ErrorCode code) {
    return ThalwegException.of(code).expected("this").found("that").next("do");
  }

  @ParameterizedTest
  @CsvSource({
    "trian, did you mean train?",
    "train --optimiser adam, did you mean --optimizer?",
    "slice r --ragne 0:1, did you mean --range?",
    "data lst, did you mean list?",
    "slice r --points many, --points with a whole number",
    "slice r --samples 1.5, --samples with a whole number",
    "hessian r --tolerance x, --tolerance with a number",
    "'train --data a --net b --lr x', --lr with a number",
    "slice r --normalize filtr, 'auto or filter or layer or weight or dfilter or dlayer or unit or none'",
    "slice r --precision float16, float32 or float64",
    "slice r --range 1:0, A less than B",
    "slice r --range 1, A:B",
    "slice r --direction eigen:0, K = 1",
    "surface r --plane 'eigen:1,1', two different",
    "slice r --points 1, from 2 to",
    "trajectory r --components 0, from 1 to",
    "trajectory r --every 0, at least 1",
    "slice r --samples 0, at least 1",
    "slice r --workers -1, from 0 to",
    "gradient r --learning-rate 0.1 --batch-size 8, --noise",
    "gradient r --noise --learning-rate 0.1, --batch-size",
    "gradient r --noise --learning-rate 0 --batch-size 8, greater than 0",
    "hessian r --top 0 --bottom 0, at least one",
    "audit r --factor -2, numbers from",
    "audit r --spread NaN, from 0 to 10",
    "audit r --directions 1, whole number",
    "hessian r --tolerance -1, greater than 0",
    "hessian r --tolerance NaN, greater than 0",
    "connect a b --curve circle, elastic-band",
    "connect a b --curve bezier --bends 0, from 1 to 100",
    "connect a b --curve bezier --lr 0, --lr a number greater than 0",
    "connect a b --plane, only with a curve",
    "connect a b --points 1, from 2 to",
    "connect a b --align units, none or permutation",
    "train --data a --net b --lr -0.1, --lr a number greater than 0",
    "train --data a --net b --lr NaN, --lr a number greater than 0",
    "train --data a --net b --momentum 1, less than 1",
    "train --data a --net b --optimizer adam --momentum 0.5, only with",
    "train --data a --net b --weight-decay -1, at least 0",
    "train --data a --net b --until-accuracy 97, 0.975",
    "train --data a --net b --batch 0, at least 1",
    "train --net b, no --data",
    "slice, MODEL",
    "slice a b, 'b'",
    "data, a command",
  })
  void argumentsThatCannotBeMeant(String line, String told) {
    CommandLineUnderTest thalweg = new CommandLineUnderTest();

    assertThat(thalweg.run(line.replace("'", "").split(" "))).isEqualTo(2);

    assertThat(thalweg.err()).startsWith("TW-1001 ").contains(told).contains("next:");
    assertThat(thalweg.out()).isEmpty();
    assertThat(thalweg.useCases.requests).isEmpty();
  }

  @Test
  void aWordLikeNothingGetsNoSuggestion() {
    CommandLineUnderTest thalweg = new CommandLineUnderTest();
    assertThat(thalweg.run("xyzzyx")).isEqualTo(2);
    assertThat(thalweg.err()).doesNotContain("did you mean").contains("quickstart");
  }

  @Test
  void aUsageErrorOfAUseCaseExitsWithTwo() {
    CommandLineUnderTest thalweg = failing(known(ErrorCode.UNKNOWN_DATA));
    assertThat(thalweg.run("data", "info", "mnits", "--json")).isEqualTo(2);
    assertThat(thalweg.err()).isEqualTo(known(ErrorCode.UNKNOWN_DATA).getMessage() + "\n");
    assertThat(thalweg.out()).isEmpty();
  }

  @Test
  void aFailureOfAUseCaseExitsWithOne() {
    CommandLineUnderTest thalweg = failing(known(ErrorCode.DISK_FULL));
    assertThat(thalweg.run("analyze", "r")).isEqualTo(1);
    assertThat(thalweg.err()).startsWith("TW-5005 ").doesNotContain("\tat ");
  }

  @Test
  void aDefectIsOneLineAndAFile() throws IOException {
    CommandLineUnderTest thalweg = failing(new IllegalStateException("boom\nmore"));
    assertThat(thalweg.run("analyze", "r")).isEqualTo(1);
    assertThat(thalweg.err())
        .startsWith("TW-9001 a defect in Thalweg: java.lang.IllegalStateException: boom\n")
        .doesNotContain("\tat ");
    Matcher file = Pattern.compile("with (.*\\.txt)").matcher(thalweg.err());
    assertThat(file.find()).isTrue();
    Path trace = Path.of(file.group(1));
    assertThat(trace).content().contains("\tat ").contains("boom").startsWith("thalweg ");
    Files.delete(trace);
  }

  @Test
  void debugShowsTheTrace() {
    CommandLineUnderTest thalweg = failing(known(ErrorCode.DATA_CORRUPT));
    assertThat(thalweg.run("analyze", "r", "--debug")).isEqualTo(1);
    assertThat(thalweg.err()).contains("\tat ");
  }

  @Test
  void memoryRunningOutHasItsOwnCode() {
    CommandLineUnderTest thalweg = failing(new OutOfMemoryError("Java heap space"));
    assertThat(thalweg.run("analyze", "r")).isEqualTo(1);
    assertThat(thalweg.err()).startsWith("TW-6002 ").contains("Java heap space");
  }

  @Test
  void otherErrorsAreDefects() {
    CommandLineUnderTest thalweg = failing(new StackOverflowError());
    assertThat(thalweg.run("analyze", "r")).isEqualTo(1);
    assertThat(thalweg.err()).startsWith("TW-9001 ");
  }

  @ParameterizedTest
  @CsvSource({"CONVERGED, 0", "BUDGET_EXHAUSTED, 0", "NON_FINITE, 1", "CANCELLED, 130"})
  void theOutcomeDecidesTheExitCode(Outcome outcome, int code) {
    CommandLineUnderTest thalweg =
        new CommandLineUnderTest((p, c) -> new CommandOutput(List.of("kept"), "{}", outcome));
    assertThat(thalweg.run("analyze", "r")).isEqualTo(code);
    assertThat(thalweg.out()).isEqualTo("kept\n");
  }

  @Test
  void aReaderThatHasGoneIsNoErrorAndAFullDiskIsOne() {
    assertThat(codeWhenWritingFailsWith("Broken pipe")).isZero();
    assertThat(codeWhenWritingFailsWith("No space left on device")).isEqualTo(1);
  }

  private static int codeWhenWritingFailsWith(String message) {
    StandardOutput output =
        new StandardOutput(
            new OutputStream() {
              @Override
              public void write(int octet) throws IOException {
                throw new IOException(message);
              }
            });
    output.write(1);
    return FailureReport.checkOutput(
        output, new java.io.PrintStream(OutputStream.nullOutputStream()), 0);
  }
}
