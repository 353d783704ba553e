package org.thalweg.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thalweg.array.NumericArray;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.result.Values;

/**
 * The HDF5 surface file of tomgoldstein/loss-landscape, read. Flat element k of a dataset, row by
 * row, is at (x[k mod len(x)], y[k div len(x)]), whatever shape the file gives it: the tool fills
 * arrays of shape (len(x), len(y)) in that order, we write the same order as (len(y), len(x)).
 * Training data is preferred where the file has both.
 */
final class SurfaceFileReader {
  private final Hdf5Input hdf;
  private final double[] x;
  private final Optional<double[]> y;
  private final int points;

  private SurfaceFileReader(Hdf5Input hdf) {
    this.hdf = hdf;
    this.x = axis("xcoordinates");
    this.y = hdf.has("ycoordinates") ? Optional.of(axis("ycoordinates")) : Optional.empty();
    this.points = ImportedLoss.points(x.length, columns(), hdf.file());
  }

  static ImportedLoss read(ImportedFile file) {
    return Hdf5Input.read(file, hdf -> new SurfaceFileReader(hdf).loss());
  }

  private int columns() {
    return y.map(values -> values.length).orElse(1);
  }

  private ImportedLoss loss() {
    String split = hdf.has("train_loss") || !hdf.has("test_loss") ? "train" : "test";
    double[] loss = values(split + "_loss");
    int missing = 0;
    for (int i = 0; i < points; i++) {
      if (loss[i] == SurfaceFile.NOT_COMPUTED) {
        loss[i] = Double.NaN;
        missing++;
      }
    }
    double[] accuracy = optional(split + "_acc");
    for (int i = 0; i < points; i++) {
      boolean none = accuracy[i] == SurfaceFile.NOT_COMPUTED;
      accuracy[i] = none ? Double.NaN : accuracy[i] / SurfaceFile.PERCENT;
    }
    double[] standardError = optional(split + SurfaceFile.STANDARD_ERROR);
    return new ImportedLoss(
        Values.of(x),
        y.map(Values::of),
        Values.of(loss),
        Values.of(standardError),
        Values.of(accuracy),
        missing,
        details(split));
  }

  private Map<String, Object> details(String split) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("split", split);
    details.put("directionFile", hdf.text("dir_file"));
    String origin = hdf.text(SurfaceFile.PROVENANCE);
    if (!origin.isEmpty()) {
      details.put("provenance", origin);
    }
    return details;
  }

  private double[] axis(String name) {
    NumericArray array = hdf.array(name);
    if (array.shape().size() != 1 || array.size() == 0) {
      throw wrong("one or more numbers in a row", name, array);
    }
    return array.toDoubles();
  }

  private double[] optional(String name) {
    return hdf.has(name) ? values(name) : ImportedLoss.unknown(points);
  }

  /** The value at (x_i, y_j) in place i·len(y) + j. */
  private double[] values(String name) {
    NumericArray array = hdf.array(name);
    List<Integer> ours = y.isPresent() ? List.of(columns(), x.length) : List.of(x.length);
    List<Integer> theirs = y.isPresent() ? List.of(x.length, columns()) : ours;
    if (!array.shape().equals(ours) && !array.shape().equals(theirs)) {
      throw wrong("the shape " + theirs + " or " + ours, name, array);
    }
    double[] flat = array.toDoubles();
    double[] values = new double[points];
    for (int k = 0; k < points; k++) {
      values[k % x.length * columns() + k / x.length] = flat[k];
    }
    return values;
  }

  private ThalwegException wrong(String expected, String name, NumericArray array) {
    return ThalwegException.of(ErrorCode.DATA_FORMAT)
        .expected("'" + name + "' of " + hdf.file() + " to have " + expected)
        .found("the shape " + array.shape())
        .next("check that it is a surface file of loss-landscape");
  }
}
