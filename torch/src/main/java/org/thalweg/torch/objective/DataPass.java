package org.thalweg.torch.objective;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
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

  /** Memory for sums that is not worth counting. */
  private static final long SMALL = 64L << 20;

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

  /** What is done with one chunk, and added to several float64 sums. */
  interface ChunkSums {
    void accept(Chunk chunk, List<FlatParameters> sums);
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

  /** The sum over these chunks, e.g. those of a batch, in float64; valid until the next call. */
  FlatParameters sum(List<Chunk> some, ChunkSum task) {
    return sums(some, 1, (chunk, sums) -> task.accept(chunk, sums.get(0)), () -> false)
        .orElseThrow()
        .get(0);
  }

  /** How many sums {@link #sums} forms in memory that is small or needed for one sum anyway. */
  int together() {
    long bytes = (long) Double.BYTES * layout.dimension() * (workers.count() + 1);
    return (int) Math.max((SHARDS + 1) / (workers.count() + 1), SMALL / bytes);
  }

  /**
   * Several sums over all chunks in one pass, in float64, each with the same bits as if it were
   * alone; valid until the next call.
   *
   * @param stop asked before every chunk, by every worker
   * @return empty if it was stopped
   */
  Optional<List<FlatParameters>> sums(int count, ChunkSums task, BooleanSupplier stop) {
    return sums(chunks, count, task, stop);
  }

  private Optional<List<FlatParameters>> sums(
      List<Chunk> some, int count, ChunkSums task, BooleanSupplier stop) {
    requireOpen();
    List<List<Chunk>> shards = shards(some);
    List<FlatParameters> totals = accumulators(0, count);
    totals.forEach(FlatParameters::zero);
    int wave = wave(count);
    for (int start = 0; start < shards.size(); start += wave) {
      List<Callable<List<FlatParameters>>> tasks = new ArrayList<>();
      for (List<Chunk> shard : shards.subList(start, Math.min(start + wave, shards.size()))) {
        List<FlatParameters> parts = accumulators(1 + tasks.size(), count);
        tasks.add(() -> addUp(shard, parts, task, stop));
      }
      for (List<FlatParameters> parts : workers.run(tasks)) {
        IntStream.range(0, count).forEach(i -> totals.get(i).flat().axpy(1, parts.get(i).flat()));
      }
      if (stop.getAsBoolean()) {
        return Optional.empty();
      }
    }
    return Optional.of(totals);
  }

  /** Shards at a time: all for one sum, fewer for several, so that they take no more memory. */
  private int wave(int count) {
    return workers.count() == 1 ? 1 : Math.max(workers.count(), (SHARDS + 1) / count - 1);
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

  private static List<FlatParameters> addUp(
      List<Chunk> shard, List<FlatParameters> parts, ChunkSums task, BooleanSupplier stop) {
    parts.forEach(FlatParameters::zero);
    for (Chunk chunk : shard) {
      if (stop.getAsBoolean()) {
        break;
      }
      task.accept(chunk, parts);
    }
    return parts;
  }

  /** So many for the totals, or for a task; made when first needed. */
  private List<FlatParameters> accumulators(int task, int count) {
    while (sums.size() < (task + 1) * count) {
      sums.add(new FlatParameters(layout, Precision.FLOAT64));
    }
    return List.copyOf(sums.subList(task * count, (task + 1) * count));
  }

  private static int bound(int shard, int count, List<Chunk> chunks) {
    return (int) ((long) shard * chunks.size() / count);
  }
}
