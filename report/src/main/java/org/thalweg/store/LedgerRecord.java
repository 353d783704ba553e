package org.thalweg.store;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.thalweg.objective.Evaluation;

/**
 * One evaluated point as 32 bytes, big-endian: index, loss, standard error, accuracy, CRC-32C of
 * what precedes.
 */
record LedgerRecord(int index, Evaluation evaluation) {
  static final int BYTES = 32;
  private static final int CHECKED = BYTES - Integer.BYTES;

  byte[] bytes() {
    ByteBuffer buffer =
        ByteBuffer.allocate(BYTES)
            .putInt(index)
            .putLong(Double.doubleToRawLongBits(evaluation.loss()))
            .putLong(Double.doubleToRawLongBits(evaluation.lossStandardError()))
            .putLong(Double.doubleToRawLongBits(evaluation.accuracy()));
    return buffer.putInt(checksum(buffer.array())).array();
  }

  /** Takes one record from the buffer; empty when its checksum is wrong. */
  static Optional<LedgerRecord> read(ByteBuffer buffer) {
    byte[] bytes = new byte[BYTES];
    buffer.get(bytes);
    ByteBuffer record = ByteBuffer.wrap(bytes);
    int index = record.getInt();
    double loss = Double.longBitsToDouble(record.getLong());
    double standardError = Double.longBitsToDouble(record.getLong());
    double accuracy = Double.longBitsToDouble(record.getLong());
    return record.getInt() == checksum(bytes)
        ? Optional.of(new LedgerRecord(index, new Evaluation(loss, standardError, accuracy)))
        : Optional.empty();
  }

  private static int checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, CHECKED);
    return (int) crc.getValue();
  }
}
