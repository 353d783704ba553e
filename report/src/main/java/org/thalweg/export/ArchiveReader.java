package org.thalweg.export;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.thalweg.array.Npz;
import org.thalweg.array.NumericArray;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.result.Values;

/** A slice or surface from the arrays of an npz file, named and shaped as we write them. */
final class ArchiveReader {
  private final String file;
  private final Map<String, NumericArray> arrays;

  private ArchiveReader(String file, Map<String, NumericArray> arrays) {
    this.file = file;
    this.arrays = arrays;
  }

  static ImportedLoss read(ImportedFile file) {
    Map<String, NumericArray> arrays = Npz.read(new ByteArrayInputStream(file.bytes()));
    return new ArchiveReader(file.name(), arrays).loss();
  }

  private ImportedLoss loss() {
    Values alpha = axis("alpha");
    Optional<Values> beta =
        arrays.containsKey("beta") ? Optional.of(axis("beta")) : Optional.empty();
    int points = ImportedLoss.points(alpha.size(), beta.map(Values::size).orElse(1), file);
    List<Integer> shape =
        beta.map(b -> List.of(alpha.size(), b.size())).orElse(List.of(alpha.size()));
    Values loss = values("loss", shape);
    return new ImportedLoss(
        alpha,
        beta,
        loss,
        optional("lossStandardError", shape, points),
        optional("accuracy", shape, points),
        ImportedLoss.missingWhereNaN(loss),
        Map.of());
  }

  private Values axis(String name) {
    return values(name, List.of(named(name).size()));
  }

  private Values optional(String name, List<Integer> shape, int points) {
    return arrays.containsKey(name) ? values(name, shape) : Values.of(ImportedLoss.unknown(points));
  }

  private Values values(String name, List<Integer> shape) {
    NumericArray array = named(name);
    if (!array.shape().equals(shape)) {
      throw ThalwegException.of(ErrorCode.DATA_FORMAT)
          .expected("the array '" + name + "' of " + file + " to have the shape " + shape)
          .found("the shape " + array.shape())
          .next("save loss[i, j] at (alpha[i], beta[j])");
    }
    return Values.of(array.toDoubles());
  }

  private NumericArray named(String name) {
    @Nullable NumericArray array = arrays.get(name);
    if (array == null) {
      throw ThalwegException.of(ErrorCode.DATA_FORMAT)
          .expected("an array '" + name + "' in " + file)
          .found("the arrays " + arrays.keySet())
          .next("only slices and surfaces can be imported: alpha, loss, and beta for a surface");
    }
    return array;
  }
}
