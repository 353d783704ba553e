package org.thalweg.export;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Link;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.exceptions.UnsupportedHdfException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.thalweg.array.NumericArray;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * An HDF5 file from anywhere: whatever its bytes say, reading ends in values or in a coded error.
 * It is read from memory, so that links cannot lead to other files, and a dataset's announced size
 * is believed only as far as the bytes of the file can bear it.
 */
final class Hdf5Input {
  /** Deflate, the strongest of the common filters, makes at best 1032 bytes of one. */
  private static final long MOST_PER_BYTE = 1032;

  private final String file;
  private final Group root;
  private long budget;

  private Hdf5Input(String file, Group root, long budget) {
    this.file = file;
    this.root = root;
    this.budget = budget;
  }

  /** What {@code content} makes of the file. */
  static <T> T read(ImportedFile file, Function<Hdf5Input, T> content) {
    long most = Runtime.getRuntime().maxMemory() / 4;
    long budget = Math.min(most, MOST_PER_BYTE * file.bytes().length);
    try (HdfFile hdf = HdfFile.fromBytes(file.bytes())) {
      return content.apply(new Hdf5Input(file.name(), hdf, budget));
    } catch (ThalwegException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // The library answers damaged files with exceptions of every kind.
      if (unsupported(e)) {
        throw ThalwegException.of(ErrorCode.DATA_FORMAT)
            .expected("features of HDF5 up to version 1.14 in " + file.name())
            .found(reason(e))
            .because(e)
            .next("write the file with h5py.File(name, 'w', libver=('earliest', 'v110'))");
      }
      throw ThalwegException.of(ErrorCode.DATA_CORRUPT)
          .expected("an intact HDF5 file in " + file.name())
          .found(reason(e))
          .because(e)
          .next("copy the file again, or look at it with h5dump");
    }
  }

  private static boolean unsupported(Throwable e) {
    return causes(e).anyMatch(UnsupportedHdfException.class::isInstance);
  }

  /** What the library said first; what it made of it later says less. */
  private static String reason(Throwable e) {
    Throwable first = causes(e).reduce((outer, inner) -> inner).orElse(e);
    return first.getClass().getSimpleName() + ": " + first.getMessage();
  }

  private static Stream<Throwable> causes(Throwable e) {
    return Stream.iterate(e, Objects::nonNull, Throwable::getCause).limit(20);
  }

  String file() {
    return file;
  }

  boolean has(String path) {
    return find(path).isPresent();
  }

  /** The numbers at a path, row-major. */
  NumericArray array(String path) {
    Dataset dataset = dataset(path);
    List<Integer> shape = Arrays.stream(dataset.getDimensions()).boxed().toList();
    spend(dataset);
    Object flat = dataset.isScalar() ? dataset.getData() : dataset.getDataFlat();
    Integer[] extents = shape.toArray(Integer[]::new);
    if (flat instanceof float[] floats) {
      return NumericArray.of(floats, extents);
    }
    if (flat instanceof Float number) {
      return NumericArray.of(new float[] {number});
    }
    return doubles(flat, path, extents);
  }

  private NumericArray doubles(Object flat, String path, Integer[] extents) {
    if (flat instanceof double[] values) {
      return NumericArray.of(values, extents);
    }
    if (flat instanceof Number number) {
      return NumericArray.of(new double[] {number.doubleValue()});
    }
    if (flat instanceof int[] values) {
      return NumericArray.of(Arrays.stream(values).asDoubleStream().toArray(), extents);
    }
    if (flat instanceof long[] values) {
      return NumericArray.of(LongStream.of(values).asDoubleStream().toArray(), extents);
    }
    if (flat instanceof Object[] empty && empty.length == 0) {
      return NumericArray.of(new double[0], 0);
    }
    throw ThalwegException.of(ErrorCode.DATA_FORMAT)
        .expected("floats or integers of 32 or 64 bits in '" + path + "' of " + file)
        .found(flat == null ? "nothing" : flat.getClass().getSimpleName())
        .next("save the dataset as float64");
  }

  /** The text at a path; empty if there is none. */
  String text(String path) {
    Optional<Dataset> dataset =
        find(path).filter(Dataset.class::isInstance).map(Dataset.class::cast);
    if (dataset.isEmpty() || !dataset.get().isScalar()) {
      return "";
    }
    spend(dataset.get());
    return dataset.get().getData() instanceof String text ? text : "";
  }

  private Dataset dataset(String path) {
    if (find(path).orElse(null) instanceof Dataset dataset) {
      return dataset;
    }
    throw ThalwegException.of(ErrorCode.DATA_FORMAT)
        .expected("a dataset '" + path + "' in " + file)
        .found(root.getChildren().isEmpty() ? "an empty file" : root.getChildren().keySet() + "")
        .next("check that it is a surface or direction file of loss-landscape");
  }

  private Optional<Node> find(String path) {
    @Nullable Node node = root;
    for (String name : path.split("/", -1)) {
      node = node instanceof Group group ? group.getChild(name) : null;
      node = node instanceof Link link ? link.getTarget() : node;
    }
    return Optional.ofNullable(node);
  }

  /** Refuses a dataset that would become larger than a file of this size can hold. */
  private void spend(Dataset dataset) {
    long width = Math.max(dataset.getDataType().getSize(), Double.BYTES);
    long bytes = Math.multiplyExact(elements(dataset.getDimensionsAsLong()), width);
    if (dataset instanceof ChunkedDataset chunked) {
      long[] chunk = Arrays.stream(chunked.getChunkDimensions()).asLongStream().toArray();
      bytes = Math.max(bytes, Math.multiplyExact(elements(chunk), width));
    }
    budget -= bytes;
    if (bytes < 0 || budget < 0) {
      throw ThalwegException.of(ErrorCode.DATA_CORRUPT)
          .expected("datasets that fit into " + file + " and into memory")
          .found("'%s' with %d bytes".formatted(dataset.getPath(), bytes))
          .next("check the file; if it is really that large, give Java more memory with -Xmx");
    }
  }

  private static long elements(long[] extents) {
    long elements = 1;
    for (long extent : extents) {
      elements = Math.multiplyExact(elements, Math.max(extent, 0));
    }
    return elements;
  }
}
