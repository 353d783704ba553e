package org.thalweg.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.array.Npy;
import org.thalweg.array.Npz;
import org.thalweg.array.NumericArray;
import org.thalweg.error.ErrorCode;

class ArrayFilesTest {
  @TempDir private Path folder;

  /** x[i][j] = 10 i + j in float64, y[i] = i mod 3. */
  private Map<String, NumericArray> arrays(int n, String x, String y) {
    double[] features = new double[2 * n];
    long[] labels = new long[n];
    for (int i = 0; i < n; i++) {
      features[2 * i] = 10 * i;
      features[2 * i + 1] = 10 * i + 1;
      labels[i] = i % 3;
    }
    Map<String, NumericArray> arrays = new LinkedHashMap<>();
    arrays.put(x, NumericArray.of(features, n, 2));
    arrays.put(y, NumericArray.of(labels, n));
    return arrays;
  }

  private Path npz(Map<String, NumericArray> arrays) throws IOException {
    Path file = folder.resolve("data.npz");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      Npz.write(arrays, out);
    }
    return file;
  }

  private Path deflated(Map<String, NumericArray> arrays) throws IOException {
    Path file = folder.resolve("small.npz");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, NumericArray> array : arrays.entrySet()) {
        zip.putNextEntry(new ZipEntry(array.getKey() + ".npy"));
        Npy.write(array.getValue(), zip);
        zip.closeEntry();
      }
    }
    return file;
  }

  private Path npy(String name, NumericArray array) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      Npy.write(array, out);
    }
    return file;
  }

  private static float[] row(Samples samples, int sample) {
    float[] row = new float[samples.featureShape().stream().reduce(1, Math::multiplyExact)];
    samples.features(sample, row, 0);
    return row;
  }

  @Test
  void splitsOfTheFileAreKept() throws IOException {
    Map<String, NumericArray> arrays = arrays(4, "x_train", "y_train");
    arrays.putAll(arrays(3, "x_test", "y_test"));
    Path file = npz(arrays);
    Dataset data = Datasets.open("npz:" + file);
    assertThat(data.train().count()).isEqualTo(4);
    assertThat(data.test().count()).isEqualTo(3);
    assertThat(row(data.train(), 3)).containsExactly(30, 31);
    assertThat(((Targets.Labels) data.test().targets()).classes()).isEqualTo(3);
    assertThat(data.name())
        .isEqualTo(
            "npz:%s,x=x_train,y=y_train,x-test=x_test,y-test=y_test,task=classification,classes=3"
                .formatted(file));
    assertThat(Datasets.open(data.name()).contentHash()).isEqualTo(data.contentHash());
    Failures.assertCode(
        () -> Datasets.open("npz:" + file + ",test=0.5"), ErrorCode.CONFLICTING_OPTIONS);
  }

  @Test
  void storedCompressedAndMappedAreTheSameNumbers() throws IOException {
    Map<String, NumericArray> arrays = arrays(50, "features", "labels");
    String names = ",x=features,y=labels,seed=3";
    Dataset stored = Datasets.open("npz:" + npz(arrays) + names);
    Dataset deflated = Datasets.open("npz:" + deflated(arrays) + names);
    DatasetSource.Splits mapped =
        NpzSource.open(new DatasetOptions(new NpzSource(), npz(arrays) + names), 0);
    assertThat(deflated.contentHash()).isEqualTo(stored.contentHash());
    assertThat(ContentHash.of(mapped.train(), mapped.test())).isEqualTo(stored.contentHash());
    assertThat(stored.test().count()).isEqualTo(10);
    for (int i = 0; i < 40; i++) {
      int original = (int) row(stored.train(), i)[0] / 10;
      assertThat(row(stored.train(), i)[1]).isEqualTo(10 * original + 1);
      assertThat(((Targets.Labels) stored.train().targets()).label(i)).isEqualTo(original % 3);
    }
  }

  @Test
  void npyFilesAndRealTargets() throws IOException {
    Path x = npy("x.npy", NumericArray.of(new float[12], 3, 2, 2));
    Path y = npy("y.npy", NumericArray.of(new double[] {0.5, 1, 2}, 3));
    Dataset data = Datasets.open("npy:%s,%s,test=0".formatted(x, y));
    assertThat(data.train().featureShape()).containsExactly(2, 2);
    assertThat(data.test().count()).isZero();
    assertThat(((Targets.Reals) data.train().targets()).shape()).containsExactly(1);
    assertThat(data.name()).isEqualTo("npy:%s,%s,task=regression,test=0.0,seed=0".formatted(x, y));
    Failures.assertCode(
            () -> Datasets.open("npy:%s,%s,task=classification".formatted(x, y)),
            ErrorCode.DATA_FORMAT)
        .hasMessageContaining("0.5 for sample 0");
  }

  @Test
  void theTaskFollowsTheRuleUnlessItIsGiven() throws IOException {
    long[] many = new long[1001];
    for (int i = 0; i < many.length; i++) {
      many[i] = i;
    }
    Path x = npy("x.npy", NumericArray.of(new float[1001], 1001));
    Path y = npy("y.npy", NumericArray.of(many, 1001, 1));
    String name = "npy:%s,%s".formatted(x, y);
    assertThat(Datasets.open(name).train().targets()).isInstanceOf(Targets.Reals.class);
    Dataset classes = Datasets.open(name + ",task=classification,classes=2000");
    assertThat(((Targets.Labels) classes.test().targets()).classes()).isEqualTo(2000);
    Failures.assertCode(() -> Datasets.open(name + ",classes=1000"), ErrorCode.DATA_FORMAT)
        .hasMessageContaining("classes=1001");
    assertThat(classes.train().featureShape()).containsExactly(1);
  }

  @Test
  void nonsenseIsNamed() throws IOException {
    Map<String, NumericArray> arrays = arrays(4, "x", "y");
    arrays.put("nan", NumericArray.of(new double[] {0, 1, 2, 3, 4, Double.NaN, 6, 7}, 4, 2));
    arrays.put("huge", NumericArray.of(new double[] {1e300, 1, 2, 3}, 4));
    arrays.put("negative", NumericArray.of(new long[] {0, -1, 0, 1}, 4));
    arrays.put("five", NumericArray.of(new long[5], 5));
    arrays.put("none", NumericArray.of(new long[0], 0));
    arrays.put("scalar", NumericArray.of(new long[] {3}));
    String file = "npz:" + npz(arrays);
    Failures.assertCode(() -> Datasets.open(file + ",x=nan"), ErrorCode.NOT_FINITE)
        .hasMessageContaining("row 2, position 1")
        .hasMessageContaining("'nan' of data.npz");
    Failures.assertCode(() -> Datasets.open(file + ",y=huge"), ErrorCode.NOT_FINITE);
    Failures.assertCode(() -> Datasets.open(file + ",y=negative"), ErrorCode.DATA_FORMAT)
        .hasMessageContaining("-1.0 for sample 1");
    Failures.assertCode(() -> Datasets.open(file + ",y=five"), ErrorCode.DATA_FORMAT)
        .hasMessageContaining("5 targets");
    for (String odd : new String[] {",x=none", ",x=scalar", ",y=none"}) {
      Failures.assertCode(() -> Datasets.open(file + odd), ErrorCode.DATA_FORMAT);
    }
    Failures.assertCode(() -> Datasets.open(file + ",x=X"), ErrorCode.UNKNOWN_NAME)
        .hasMessageContaining("x, y, nan");
    Failures.assertCode(() -> Datasets.open(file + ",z=3"), ErrorCode.INVALID_OPTION);
    Failures.assertCode(() -> Datasets.open("npz:" + folder + "/no.npz"), ErrorCode.FILE_NOT_FOUND);
    Failures.assertCode(() -> Datasets.open("npz:" + folder), ErrorCode.FILE_NOT_READABLE);
    Failures.assertCode(() -> Datasets.open("npz"), ErrorCode.INVALID_OPTION);
    Failures.assertCode(() -> Datasets.open("npy:one.npy"), ErrorCode.INVALID_OPTION)
        .hasMessageContaining("npy:X.npy,Y.npy");
  }

  @Test
  void aDamagedArrayIsNoticed() throws IOException {
    Path file = npz(arrays(100, "x", "y"));
    byte[] bytes = Files.readAllBytes(file);
    bytes[500] ^= 1;
    Files.write(file, bytes);
    Failures.assertCode(() -> Datasets.open("npz:" + file), ErrorCode.DATA_CORRUPT)
        .hasMessageContaining("CRC-32");
  }
}
