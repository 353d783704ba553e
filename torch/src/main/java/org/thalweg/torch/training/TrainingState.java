package org.thalweg.torch.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.thalweg.array.NumericArray;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.result.TrainingRecord;

/**
 * Where a training is: with the specification and the data, all that is needed to continue it bit
 * for bit. The step says which epoch and which batch of it come next.
 *
 * @param step optimizer steps taken
 * @param theta the weights, flat, in the training's precision
 * @param buffers what the optimizer remembers, by name, in the training's precision
 * @param records the history so far
 * @param seconds elapsed so far
 */
public record TrainingState(
    long step,
    NumericArray theta,
    Map<String, NumericArray> buffers,
    List<TrainingRecord> records,
    double seconds) {
  private static final String STEP = "step";
  private static final String SECONDS = "seconds";
  private static final String THETA = "theta";
  private static final String BUFFER = "optimizer.";

  public TrainingState {
    buffers = Collections.unmodifiableMap(new TreeMap<>(buffers));
    records = List.copyOf(records);
  }

  /** Everything but the records as arrays with names, for a file. */
  public Map<String, NumericArray> arrays() {
    Map<String, NumericArray> arrays = new LinkedHashMap<>();
    arrays.put(STEP, NumericArray.of(new long[] {step}));
    arrays.put(SECONDS, NumericArray.of(new double[] {seconds}));
    arrays.put(THETA, theta);
    buffers.forEach((name, values) -> arrays.put(BUFFER + name, values));
    return arrays;
  }

  /**
   * The state that {@link #arrays} and {@link #records} came from.
   *
   * @throws ThalwegException {@code RUN_FOLDER_INVALID} when an array is missing
   */
  public static TrainingState of(Map<String, NumericArray> arrays, List<TrainingRecord> records) {
    for (String name : List.of(STEP, SECONDS, THETA)) {
      if (!arrays.containsKey(name)) {
        throw ThalwegException.of(ErrorCode.RUN_FOLDER_INVALID)
            .expected("a checkpoint with " + STEP + ", " + SECONDS + " and " + THETA)
            .found("only " + arrays.keySet())
            .next("resume from another checkpoint, or train anew");
      }
    }
    Map<String, NumericArray> buffers = new TreeMap<>();
    arrays.forEach(
        (name, values) -> {
          if (name.startsWith(BUFFER)) {
            buffers.put(name.substring(BUFFER.length()), values);
          }
        });
    return new TrainingState(
        (long) scalar(arrays, STEP),
        array(arrays, THETA),
        buffers,
        records,
        scalar(arrays, SECONDS));
  }

  /** The optimizer's buffer of this name, which must exist. */
  NumericArray buffer(String name) {
    return array(buffers, name);
  }

  private static double scalar(Map<String, NumericArray> arrays, String name) {
    return array(arrays, name).toDoubles()[0];
  }

  private static NumericArray array(Map<String, NumericArray> arrays, String name) {
    return Objects.requireNonNull(arrays.get(name), name);
  }
}
