package org.thalweg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.result.Outcome;

class InterruptsTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final BlockingQueue<Integer> halts = new LinkedBlockingQueue<>();

  private Interrupts interrupts(Duration patience) {
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new Interrupts(stream, halts::add, patience);
  }

  @Test
  void theFirstAsksAndTheSecondEnds() {
    Interrupts interrupts = interrupts(Duration.ofMinutes(10));
    assertThat(interrupts.cancellation().requested()).isFalse();

    interrupts.receive(Interrupts.INTERRUPT);
    assertThat(interrupts.cancellation().requested()).isTrue();
    assertThat(halts).isEmpty();
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("Ctrl-C again");

    interrupts.receive(Interrupts.INTERRUPT);
    assertThat(halts).containsExactly(130);
  }

  @Test
  void patienceEnds() throws InterruptedException {
    interrupts(Duration.ZERO).receive(Interrupts.TERMINATE);
    assertThat(halts.poll(1, TimeUnit.MINUTES)).isEqualTo(143);
  }

  @Test
  void workThatStopsCleanlyExitsAsTheShellExpects() {
    CommandLineUnderTest thalweg =
        new CommandLineUnderTest(
            (progress, cancellation) ->
                new CommandOutput(List.of("resume with …"), "{}", Outcome.CANCELLED));
    thalweg.interrupts.receive(Interrupts.TERMINATE);
    assertThat(thalweg.run("analyze", "r")).isEqualTo(143);
  }

  @Test
  void workThatThrowsCancelledDoesToo() {
    CommandLineUnderTest thalweg =
        new CommandLineUnderTest(
            (progress, cancellation) -> {
              throw ThalwegException.of(ErrorCode.CANCELLED)
                  .expected("time")
                  .found("Ctrl-C")
                  .next("thalweg train --resume runs/first");
            });
    thalweg.interrupts.receive(Interrupts.INTERRUPT);
    assertThat(thalweg.run("analyze", "r")).isEqualTo(130);
    assertThat(thalweg.err()).contains("TW-6003").contains("--resume");
  }

  @Test
  void workThatIsDoneBeforeItHearsCountsAsDone() {
    CommandLineUnderTest thalweg = new CommandLineUnderTest();
    thalweg.interrupts.receive(Interrupts.INTERRUPT);
    assertThat(thalweg.run("analyze", "r")).isZero();
  }
}
