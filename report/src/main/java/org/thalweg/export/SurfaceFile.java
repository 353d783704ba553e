package org.thalweg.export;

import io.jhdf.api.WritableGroup;
import java.nio.file.Path;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.result.Grid;
import org.thalweg.result.Outcome;
import org.thalweg.result.ProbeResult;
import org.thalweg.result.SliceResult;
import org.thalweg.result.SurfaceResult;
import org.thalweg.result.Values;
import org.thalweg.store.ResultFiles;
import org.thalweg.store.StoredResult;

/**
 * The HDF5 surface file of tomgoldstein/loss-landscape (Li et al. 2018), written.
 *
 * <p>A surface is written as {@code [j][i]}, shape (len(y), len(x)), the value at (x_i, y_j): what
 * {@code meshgrid(x, y)} gives. The tool itself allocates (len(x), len(y)) and fills it in the
 * order of that meshgrid; for square grids this is the same, for others the numbers have the same
 * order and another shape, which its contour plots need and its resuming accepts.
 *
 * <p>−1 means "not computed". A NaN of a surface that was computed to the end stays NaN; of one
 * that was cancelled it becomes −1. Accuracies are percent; −1 where the task has none.
 */
final class SurfaceFile {
  static final double NOT_COMPUTED = -1;
  static final double PERCENT = 100;
  static final String STANDARD_ERROR = "_loss_stderr";
  static final String PROVENANCE = "provenance";

  private SurfaceFile() {}

  static void write(Path file, StoredResult result, String directionFile) {
    String split =
        "test".equals(result.provenance().specification().get("split")) ? "test" : "train";
    Hdf5Output.write(
        file,
        hdf -> {
          hdf.putDataset("dir_file", directionFile);
          hdf.putDataset(PROVENANCE, ResultFiles.provenance(result.provenance()));
          content(hdf, split, result.result());
        });
  }

  private static void content(WritableGroup hdf, String split, ProbeResult result) {
    boolean partial = result.outcome() == Outcome.CANCELLED;
    if (result instanceof SurfaceResult surface) {
      hdf.putDataset("xcoordinates", coordinates(surface.alpha()));
      hdf.putDataset("ycoordinates", coordinates(surface.beta()));
      hdf.putDataset(
          split + "_loss", transposed(losses(surface.loss().values(), partial), surface.loss()));
      hdf.putDataset(
          split + "_acc", transposed(percent(surface.accuracy().values()), surface.accuracy()));
      hdf.putDataset(
          split + STANDARD_ERROR,
          transposed(surface.lossStandardError().values().toArray(), surface.lossStandardError()));
    } else if (result instanceof SliceResult slice) {
      hdf.putDataset("xcoordinates", coordinates(slice.alpha()));
      hdf.putDataset(split + "_loss", losses(slice.loss(), partial));
      hdf.putDataset(split + "_acc", percent(slice.accuracy()));
      hdf.putDataset(split + STANDARD_ERROR, slice.lossStandardError().toArray());
    } else {
      throw new IllegalStateException("only slices and surfaces have coordinates");
    }
  }

  private static double[] coordinates(Values steps) {
    if (steps.size() == 0) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("at least one point along each axis")
          .found("none")
          .next("export it as json, csv or npz");
    }
    return steps.toArray();
  }

  private static double[] losses(Values loss, boolean partial) {
    if (loss.stream().anyMatch(value -> value == NOT_COMPUTED)) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("losses other than −1, which means 'not computed' in this file")
          .found("a loss of exactly −1")
          .next("export it as json, csv, npz or vtp");
    }
    return loss.stream()
        .map(value -> partial && Double.isNaN(value) ? NOT_COMPUTED : value)
        .toArray();
  }

  private static double[] percent(Values accuracy) {
    return accuracy.stream()
        .map(share -> Double.isNaN(share) ? NOT_COMPUTED : PERCENT * share)
        .toArray();
  }

  private static double[][] transposed(double[] values, Grid shape) {
    double[][] rows = new double[shape.columns()][shape.rows()];
    for (int i = 0; i < shape.rows(); i++) {
      for (int j = 0; j < shape.columns(); j++) {
        rows[j][i] = values[i * shape.columns() + j];
      }
    }
    return rows;
  }
}
