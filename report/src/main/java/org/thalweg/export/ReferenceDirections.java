package org.thalweg.export;

import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableGroup;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.thalweg.array.Elements;
import org.thalweg.array.NumericArray;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.parameter.ParameterTensor;

/**
 * The directions in a direction file of tomgoldstein/loss-landscape: a group named xdirection, and
 * for a plane a second one named ydirection, each with one dataset per tensor, named "0", "1", … in
 * parameter order and shaped as the tensor. The file knows no names of tensors, so only number and
 * shapes can be checked.
 *
 * @param directions one or two, each with one array for each tensor
 */
public record ReferenceDirections(List<List<NumericArray>> directions) {
  private static final List<String> GROUPS = List.of("xdirection", "ydirection");

  public ReferenceDirections {
    directions = directions.stream().map(List::copyOf).toList();
    if (directions.isEmpty() || directions.size() > GROUPS.size()) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("one or two directions")
          .found(String.valueOf(directions.size()))
          .next("write one file for a line or a plane");
    }
  }

  /**
   * Flat directions, cut into the tensors of a network.
   *
   * @param single whether the numbers are kept as float32, as the tool itself does
   */
  public static ReferenceDirections of(
      ParameterLayout layout, boolean single, List<double[]> directions) {
    return new ReferenceDirections(
        directions.stream()
            .map(
                direction ->
                    layout.tensors().stream()
                        .map(tensor -> cut(required(layout, direction), tensor, single))
                        .toList())
            .toList());
  }

  private static double[] required(ParameterLayout layout, double[] direction) {
    if (direction.length != layout.dimension()) {
      throw mismatch(layout.dimension() + " components", direction.length + " components");
    }
    return direction;
  }

  private static NumericArray cut(double[] direction, ParameterTensor tensor, boolean single) {
    double[] part = Arrays.copyOfRange(direction, tensor.slice().offset(), tensor.slice().end());
    if (!single) {
      return new NumericArray(tensor.shape(), new Elements.Float64(part));
    }
    float[] floats = new float[part.length];
    for (int i = 0; i < part.length; i++) {
      floats[i] = (float) part[i];
    }
    return new NumericArray(tensor.shape(), new Elements.Float32(floats));
  }

  /**
   * Direction {@code index} as one flat vector.
   *
   * @throws ThalwegException {@code DIMENSION_MISMATCH} unless number and shapes of the tensors are
   *     those of the network
   */
  public double[] flat(int index, ParameterLayout layout) {
    List<NumericArray> arrays = directions.get(index);
    List<List<Integer>> expected = layout.tensors().stream().map(ParameterTensor::shape).toList();
    List<List<Integer>> found = arrays.stream().map(NumericArray::shape).toList();
    if (!expected.equals(found)) {
      throw mismatch("tensors of shapes " + expected, "shapes " + found);
    }
    double[] flat = new double[layout.dimension()];
    for (int k = 0; k < arrays.size(); k++) {
      double[] part = arrays.get(k).toDoubles();
      System.arraycopy(part, 0, flat, layout.tensors().get(k).offset(), part.length);
    }
    return flat;
  }

  private static ThalwegException mismatch(String expected, String found) {
    return ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
        .expected("a direction with " + expected)
        .found(found)
        .next("use the directions with the network they were made for, buffers left out");
  }

  /** Writes the file, whole or not at all. */
  public void write(Path file) {
    Hdf5Output.write(
        file,
        hdf -> {
          for (int d = 0; d < directions.size(); d++) {
            WritableGroup group = hdf.putGroup(GROUPS.get(d));
            List<NumericArray> tensors = directions.get(d);
            for (int k = 0; k < tensors.size(); k++) {
              put(group, String.valueOf(k), tensors.get(k));
            }
          }
        });
  }

  private static void put(WritableGroup group, String name, NumericArray tensor) {
    Object nested =
        tensor.values() instanceof Elements.Float32 single
            ? nested(tensor.shape(), single.toFloats(), new int[1])
            : nested(tensor.shape(), tensor.toDoubles(), new int[1]);
    if (tensor.shape().size() > 1) {
      // One chunk is written with one call; contiguous storage takes one for each innermost row.
      int[] whole = tensor.shape().stream().mapToInt(Integer::intValue).toArray();
      group.putDataset(
          name, nested, DatasetCreationOptions.builder().chunkDimensions(whole).build());
    } else {
      group.putDataset(name, nested);
    }
  }

  /** The library wants arrays of arrays; {@code next} is the index of the next flat element. */
  private static Object nested(List<Integer> shape, Object flat, int[] next) {
    if (shape.isEmpty()) {
      return Array.get(flat, 0);
    }
    int[] extents = shape.stream().mapToInt(Integer::intValue).toArray();
    Object array = Array.newInstance(flat.getClass().getComponentType(), extents);
    fill(array, extents.length, flat, next);
    return array;
  }

  private static void fill(Object array, int rank, Object flat, int[] next) {
    int length = Array.getLength(array);
    if (rank == 1) {
      System.arraycopy(flat, next[0], array, 0, length);
      next[0] += length;
      return;
    }
    for (int i = 0; i < length; i++) {
      fill(Array.get(array, i), rank - 1, flat, next);
    }
  }

  /**
   * Reads a file that the tool or {@link #write} wrote.
   *
   * <p>Errors: {@code FILE_NOT_FOUND}, {@code FILE_NOT_READABLE}, {@code DATA_FORMAT}, {@code
   * DATA_CORRUPT}, {@code OUT_OF_MEMORY}.
   */
  public static ReferenceDirections read(Path file) {
    return read(ImportedFile.read(file));
  }

  static ReferenceDirections read(ImportedFile file) {
    return Hdf5Input.read(file, ReferenceDirections::read);
  }

  private static ReferenceDirections read(Hdf5Input hdf) {
    List<List<NumericArray>> directions = new ArrayList<>();
    for (String group : GROUPS) {
      if (directions.isEmpty() || hdf.has(group)) {
        List<NumericArray> tensors = new ArrayList<>();
        do {
          tensors.add(hdf.array(group + "/" + tensors.size()));
        } while (hdf.has(group + "/" + tensors.size()));
        directions.add(tensors);
      }
    }
    return new ReferenceDirections(directions);
  }
}
