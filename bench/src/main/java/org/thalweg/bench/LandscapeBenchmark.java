package org.thalweg.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.thalweg.torch.engine.Libtorch;

/**
 * Milliseconds for a training step (batch of 128), a loss, a Hessian-vector product and a surface
 * point on 2,000 MNIST images, for Thalweg and for the plainest libtorch code with one and with two
 * threads.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LandscapeBenchmark {
  static final int STEPS = 50;
  static final int POINTS = 32;
  static final String THALWEG = "thalweg";
  private static final int IMAGES = 2000;
  private static final int BATCH = 128;

  /** Which network, with dashes because JMH divides values at commas. */
  @Param({"mlp-256", "cnn-16-16"})
  public String network = "mlp-256";

  /** Who does the work. */
  @Param({THALWEG, "plain-1-thread", "plain-2-threads"})
  public String implementation = THALWEG;

  private LandscapeWork work = new NoWork();

  /** Loads the data and builds the network. */
  @Setup(Level.Trial)
  public void open() {
    Libtorch.load();
    BenchmarkData data = BenchmarkData.mnist(IMAGES);
    String description = description(network);
    work =
        switch (implementation) {
          case THALWEG -> new ThalwegWork(description, data, BATCH, 2);
          case "plain-1-thread" -> new PlainWork(description, data, BATCH, 1);
          default -> new PlainWork(description, data, BATCH, 2);
        };
  }

  /** As the command line writes it: {@code cnn:16,16}. */
  static String description(String parameter) {
    return parameter.replaceFirst("-", ":").replace('-', ',');
  }

  /** Frees native memory. */
  @TearDown(Level.Trial)
  public void close() {
    work.close();
  }

  /** One optimizer step. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public double trainingStep() {
    return work.train();
  }

  /** One loss. */
  @Benchmark
  public double loss() {
    return work.loss();
  }

  /** One Hessian-vector product. */
  @Benchmark
  public double hessianProduct() {
    return work.hessianProduct();
  }

  /** One point of a surface. */
  @Benchmark
  @OperationsPerInvocation(POINTS)
  public double surfacePoint() {
    return work.surfacePoints();
  }

  /** Before {@link #open}. */
  private static final class NoWork implements LandscapeWork {
    @Override
    public double train() {
      return Double.NaN;
    }

    @Override
    public double loss() {
      return Double.NaN;
    }

    @Override
    public double hessianProduct() {
      return Double.NaN;
    }

    @Override
    public double surfacePoints() {
      return Double.NaN;
    }

    @Override
    public void close() {}
  }
}
