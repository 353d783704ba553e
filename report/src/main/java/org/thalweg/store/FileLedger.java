package org.thalweg.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.thalweg.execution.PointLedger;
import org.thalweg.objective.Evaluation;

/**
 * A durable ledger of evaluated points in one file: a header that says which work it belongs to,
 * then 32 bytes per point, appended (docs/run-folder.md has the layout).
 *
 * <p>Doubles are kept bit for bit. A point that was recorded stays recorded when the process is
 * killed; a record torn by the kill is cut off at the next opening, a damaged one is skipped, and
 * both are then computed again. If a point is recorded twice, the later value counts. Safe for
 * several threads of one process; that only one process writes is ensured by the lock of the run
 * folder.
 *
 * <p>Errors: {@code FILE_EXISTS} when the ledger belongs to other work, {@code RUN_FOLDER_INVALID}
 * when the file is no ledger or a newer one, {@code DISK_FULL}, {@code FILE_NOT_WRITABLE}.
 */
public final class FileLedger implements PointLedger, AutoCloseable {
  private final AppendOnlyFile file;
  private final Map<Integer, Evaluation> points;

  private FileLedger(AppendOnlyFile file, Map<Integer, Evaluation> points) {
    this.file = file;
    this.points = points;
  }

  /**
   * Opens the ledger of this work, or begins one.
   *
   * @param fingerprint everything the values depend on (hashes of θ and data, directions, axes,
   *     precision …), one {@code name=value} to a line, so that an error can say what differs
   */
  public static FileLedger open(Path path, String fingerprint) {
    return open(path, fingerprint, Durability.MACHINE);
  }

  static FileLedger open(Path path, String fingerprint, Durability durability) {
    if (!Files.exists(path)) {
      return startAnew(path, fingerprint, durability);
    }
    try {
      byte[] content = TextFile.bytes(path);
      LedgerHeader header = new LedgerHeader(fingerprint);
      if (header.isBegunBy(content)) {
        return startAnew(path, fingerprint, durability);
      }
      ByteBuffer records = ByteBuffer.wrap(content).position(header.check(content, path));
      Map<Integer, Evaluation> points = new ConcurrentHashMap<>();
      while (records.remaining() >= LedgerRecord.BYTES) {
        LedgerRecord.read(records).ifPresent(one -> points.put(one.index(), one.evaluation()));
      }
      return new FileLedger(AppendOnlyFile.open(path, records.position(), durability), points);
    } catch (IOException e) {
      throw FileFailure.reading(path, e);
    }
  }

  /** Begins a ledger, forgetting the one that may be there. */
  public static FileLedger startAnew(Path path, String fingerprint) {
    return startAnew(path, fingerprint, Durability.MACHINE);
  }

  private static FileLedger startAnew(Path path, String fingerprint, Durability durability) {
    AtomicFile.write(path, out -> out.write(new LedgerHeader(fingerprint).bytes()), durability);
    return open(path, fingerprint, durability);
  }

  /** Whether {@link #open} would resume this ledger; damaged ones are nobody's. */
  static boolean belongsTo(Path path, String fingerprint) {
    LedgerHeader header = new LedgerHeader(fingerprint);
    try {
      byte[] content = TextFile.bytes(path);
      return header.isBegunBy(content) || header.begins(content);
    } catch (IOException e) {
      throw FileFailure.reading(path, e);
    }
  }

  @Override
  public Optional<Evaluation> find(int index) {
    return Optional.ofNullable(points.get(index));
  }

  @Override
  public synchronized void record(int index, Evaluation evaluation) {
    file.append(new LedgerRecord(index, evaluation).bytes());
    points.put(index, evaluation);
  }

  /** How many points are known. */
  public int size() {
    return points.size();
  }

  /** Brings everything to the disk; the ledger remains for the next opening. */
  @Override
  public synchronized void close() {
    file.close();
  }
}
