package org.thalweg.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.random.RandomStream;

/**
 * The 1,797 digits that scikit-learn ships: 8 × 8 counts of 0 … 16 divided by 16, shape {@code [1,
 * 8, 8]}.
 *
 * <p>Published as one set, so the split is ours: of the permutation of {@code RandomStream.of(0,
 * "digits-split")} the first 1,297 entries are for training and the last 500 held out; each split
 * keeps the order of the file.
 */
final class Digits implements DatasetSource {
  static final int HELD_OUT = 500;

  private static final int CLASSES = 10;
  private static final int PIXELS = 64;
  private static final float LARGEST = 16f;
  private static final BundledFile FILE =
      new BundledFile(
          "digits/digits.csv.gz",
          "46abec6b12486ad9e51943373abcf22bbea1b5a51a1619b361570d8893f1464a");

  @Override
  public DatasetDescriptor descriptor() {
    return new DatasetDescriptor(
        "digits",
        "Handwritten digits, 8 × 8 counts divided by 16 (Alpaydin, Kaynak 1998; test part of the"
            + " UCI set as in scikit-learn)",
        "1,297 + 500 images of 1 × 8 × 8, 10 classes",
        "BSD-3-Clause with scikit-learn; CC BY 4.0 at the UCI repository",
        List.of());
  }

  @Override
  public Splits open(DatasetOptions options) {
    Samples all = all();
    int[] order = RandomStream.of(0, "digits-split").permutation(all.count());
    int[] train = Arrays.copyOf(order, all.count() - HELD_OUT);
    int[] test = Arrays.copyOfRange(order, all.count() - HELD_OUT, all.count());
    Arrays.sort(train);
    Arrays.sort(test);
    Samples trainSamples = all.select(train);
    Samples testSamples = all.select(test);
    return new Splits(descriptor().description(), trainSamples, testSamples);
  }

  private static Samples all() {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(FILE.read()))) {
      return samples(NumberTable.read(in, FILE.path()));
    } catch (IOException e) {
      throw ThalwegException.of(ErrorCode.DATA_CORRUPT)
          .expected("an intact gzip stream in " + FILE.path())
          .found(e.toString())
          .because(e)
          .next("build Thalweg again from a clean copy: this file ships inside it");
    }
  }

  private static Samples samples(NumberTable table) {
    int count = table.rows().size();
    float[] features = new float[count * PIXELS];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      float[] row = table.rows().get(i);
      for (int j = 0; j < PIXELS; j++) {
        features[i * PIXELS + j] = row[j] / LARGEST;
      }
      labels[i] = (int) row[PIXELS];
    }
    return ArraySamples.of(List.of(1, 8, 8), features, new Targets.Labels(CLASSES, labels));
  }
}
