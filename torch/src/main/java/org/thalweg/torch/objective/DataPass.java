package org.thalweg.torch.objective;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.thalweg.linalg.Precision;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.torch.engine.FlatParameters;
import org.thalweg.torch.engine.TensorWorkers;

/**
 * The loop over the data, the only one: chunks are grouped into shards, whose number depends on the
 * data alone; workers take shards; sums are formed within a shard in the order of its chunks and
 * then over shards in their order. Hence no bit of a result depends on the number of workers.
 */
final class DataPass implements AutoCloseable {
  /** Enough for eight workers; each shard needs a sum of its own when there are several. */
  static final int SHARDS = 8;

  private final List<Chunk> chunks;
  private final ParameterLayout layout;
  private final TensorWorkers workers;
  private final List<FlatParameters> sums = new ArrayList<>();
  private boolean closed;

  DataPass(List<Chunk> chunks, ParameterLayout layout, int workers, int threads) {
    this.chunks = chunks;
    this.layout = layout;
    this.workers = new TensorWorkers(Math.min(workers, Math.min(SHARDS, chunks.size())), threads);
  }

  /** What is done with one chunk. */
  interface ChunkTask {
    void accept(Chunk chunk);
  }

  /** What is done with one chunk, and added to a float64 sum. */
  interface ChunkSum {
    void accept(Chunk chunk, FlatParameters sum);
  }

  /** Does something with every chunk; shards run side by side. */
  void forEach(ChunkTask task) {
    forEach(chunks, task);
  }

  /** The same with these chunks instead, e.g. of another size. */
  void forEach(List<Chunk> some, ChunkTask task) {
    requireOpen();
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (List<Chunk> shard : shards(some)) {
      tasks.add(
          () -> {
            shard.forEach(task::accept);
            return true;
          });
    }
    workers.run(tasks);
  }

  /** How many threads there are. */
  int workers() {
    return workers.count();
  }

  /** Other work for the same workers, side by side; the results are in the order of the tasks. */
  <T> List<T> run(List<Callable<T>> tasks) {
    requireOpen();
    return workers.run(tasks);
  }

  /** The sum over all chunks, in float64; it is valid until the next call. */
  FlatParameters sum(ChunkSum task) {
    return sum(chunks, task);
  }

  /** The sum over these chunks instead, e.g. those of a batch. */
  FlatParameters sum(List<Chunk> some, ChunkSum task) {
    requireOpen();
    List<List<Chunk>> shards = shards(some);
    FlatParameters total = accumulator(0).zero();
    if (workers.count() == 1) {
      FlatParameters part = accumulator(1);
      workers.run(
          tasks(
              shards.size(),
              shard -> {
                addUp(shards.get(shard), part, task);
                total.flat().axpy(1, part.flat());
                return part;
              }));
    } else {
      IntStream.rangeClosed(1, shards.size()).forEach(this::accumulator);
      List<FlatParameters> parts =
          workers.run(
              tasks(
                  shards.size(), shard -> addUp(shards.get(shard), accumulator(1 + shard), task)));
      parts.forEach(part -> total.flat().axpy(1, part.flat()));
    }
    return total;
  }

  /** Ends the workers and frees the sums. */
  @Override
  public void close() {
    closed = true;
    workers.close();
    sums.forEach(FlatParameters::close);
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("an objective was used after it had been closed");
    }
  }

  private static List<List<Chunk>> shards(List<Chunk> chunks) {
    int count = Math.min(SHARDS, chunks.size());
    return IntStream.range(0, count)
        .mapToObj(s -> chunks.subList(bound(s, count, chunks), bound(s + 1, count, chunks)))
        .toList();
  }

  private static List<Callable<FlatParameters>> tasks(int count, IntFunction<FlatParameters> work) {
    List<Callable<FlatParameters>> tasks = new ArrayList<>();
    for (int shard = 0; shard < count; shard++) {
      int index = shard;
      tasks.add(() -> work.apply(index));
    }
    return tasks;
  }

  private static FlatParameters addUp(List<Chunk> shard, FlatParameters part, ChunkSum task) {
    part.zero();
    shard.forEach(chunk -> task.accept(chunk, part));
    return part;
  }

  /** Made when first needed: an objective that is only evaluated needs none. */
  private FlatParameters accumulator(int index) {
    while (sums.size() <= index) {
      sums.add(new FlatParameters(layout, Precision.FLOAT64));
    }
    return sums.get(index);
  }

  private static int bound(int shard, int count, List<Chunk> chunks) {
    return (int) ((long) shard * chunks.size() / count);
  }
}
