package org.thalweg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.error.ErrorCode;

class TablesTest {
  @TempDir private Path folder;

  private String csv(String text) throws IOException {
    return "csv:" + Files.writeString(folder.resolve("t.csv"), text);
  }

  private static float[] row(Samples samples, int sample) {
    float[] row = new float[samples.featureShape().get(0)];
    samples.features(sample, row, 0);
    return row;
  }

  private static int label(Samples samples, int sample) {
    return ((Targets.Labels) samples.targets()).label(sample);
  }

  @Test
  void wordsInTheTargetAreClasses() throws IOException {
    String name = csv("kind,a,b\nowl,1,2\nbat,3,4\nowl,5,6\n") + ",target=kind,test=0";
    Dataset data = Datasets.open(name);
    assertThat(data.train().featureShape()).containsExactly(2);
    assertThat(row(data.train(), 1)).containsExactly(3, 4);
    assertThat(new int[] {label(data.train(), 0), label(data.train(), 1)}).containsExactly(1, 0);
    assertThat(data.description()).contains("classes bat, owl").contains("3 rows of t.csv");
    assertThat(Datasets.open(data.name()).contentHash()).isEqualTo(data.contentHash());
    assertThat(data.name())
        .endsWith(
            "t.csv,target=kind,categories=error,missing=error,header=auto,delimiter=auto,"
                + "task=classification,test=0.0,seed=0");
  }

  /** Whole numbers: classes up to 20 different ones, in their own order. */
  @Test
  void wholeNumbersAreClassesIfTheyAreFew() throws IOException {
    StringBuilder few = new StringBuilder();
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 63; i++) {
      few.append(i + ".5," + (5 + i % 20) + "\n");
      many.append(i + ".5," + i % 21 + "\n");
    }
    Dataset classes = Datasets.open(csv(few.toString()) + ",test=0");
    assertThat(((Targets.Labels) classes.train().targets()).classes()).isEqualTo(20);
    assertThat(label(classes.train(), 21)).isEqualTo(1);
    Dataset kept = Datasets.open(csv(few.toString()) + ",test=0,classes=30");
    assertThat(label(kept.train(), 21)).isEqualTo(6);
    assertThat(Datasets.open(kept.name()).contentHash()).isEqualTo(kept.contentHash());
    String real = csv(many.toString());
    assertThat(Datasets.open(real).train().targets()).isInstanceOf(Targets.Reals.class);
    assertThat(
            ((Targets.Labels) Datasets.open(real + ",task=classification").train().targets())
                .classes())
        .isEqualTo(21);
    Failures.assertCode(() -> Datasets.open(real + ",classes=20"), ErrorCode.DATA_FORMAT)
        .hasMessageContaining("20.0");
    Failures.assertCode(
        () -> Datasets.open(real + ",target=1,task=classification"), ErrorCode.DATA_FORMAT);
  }

  @Test
  void wordsAmongTheFeaturesNeedAnOption() throws IOException {
    String name = csv("id,colour,size,y\nq1,red,1,0.5\nq2,blue,2,1.5\nq3,red,3,2.5\n") + ",test=0";
    Failures.assertCode(() -> Datasets.open(name), ErrorCode.DATA_FORMAT)
        .hasMessageContaining("column 'id' (1)")
        .hasMessageContaining("categories=one-hot")
        .hasMessageContaining("ignore=id");
    Dataset data = Datasets.open(name + ",ignore=id,categories=one-hot");
    assertThat(row(data.train(), 0)).containsExactly(0, 1, 1);
    assertThat(row(data.train(), 1)).containsExactly(1, 0, 2);
    Dataset narrow = Datasets.open(name + ",ignore=1:colour");
    assertThat(row(narrow.train(), 2)).containsExactly(3);
    Failures.assertCode(
        () -> Datasets.open(name + ",ignore=id:colour:size"), ErrorCode.DATA_FORMAT);
    Failures.assertCode(() -> Datasets.open(name + ",target=Y"), ErrorCode.UNKNOWN_NAME)
        .hasMessageContaining("id, colour, size, y");
    Failures.assertCode(
        () -> Datasets.open(name + ",target=colour,ignore=id,task=regression"),
        ErrorCode.DATA_FORMAT);
    Failures.assertCode(() -> Datasets.open(name + ",delimiter=colon"), ErrorCode.INVALID_OPTION);
  }

  @Test
  void compressedTablesAndDroppedRows() throws IOException {
    Path file = folder.resolve("t.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("a;b\n1;0.5\n;1.5\n2;2.5\n".getBytes(StandardCharsets.UTF_8));
    }
    Failures.assertCode(() -> Datasets.open("csv:" + file), ErrorCode.DATA_FORMAT)
        .hasMessageContaining("column 1, line 3 of t.csv.gz");
    Dataset data = Datasets.open("csv:" + file + ",missing=drop,test=0");
    assertThat(data.train().count()).isEqualTo(2);
    assertThat(data.description()).contains("1 rows with a missing value left out");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 9));
    Failures.assertCode(() -> Datasets.open("csv:" + file), ErrorCode.FILE_NOT_READABLE);
  }

  @Test
  void aFeatureBeyondFloat32IsRefused() throws IOException {
    String name = csv("a,b\n1,0.5\n1e39,0.7\n");
    Failures.assertCode(() -> Datasets.open(name), ErrorCode.NOT_FINITE)
        .hasMessageContaining("row 1, position 0");
  }

  @ParameterizedTest
  @CsvSource({"0.2, 8, 2", "0.5, 5, 5", "0, 10, 0", "0.05, 9, 1"})
  void theShareHeldOut(String share, int train, int test) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      text.append(i + "," + i + ".5\n");
    }
    String name = csv(text.toString()) + ",test=" + share;
    Dataset data = Datasets.open(name);
    assertThat(data.train().count()).isEqualTo(train);
    assertThat(data.test().count()).isEqualTo(test);
    double sum = 0;
    for (int i = 0; i < train; i++) {
      sum += row(data.train(), i)[0];
    }
    for (int i = 0; i < test; i++) {
      sum += row(data.test(), i)[0];
    }
    assertThat(sum).isEqualTo(45);
    if (test > 0) {
      assertThat(Datasets.open(name + ",seed=1").contentHash()).isNotEqualTo(data.contentHash());
    }
    for (String bad : new String[] {"1", "-0.1", "0.96", "0.04", "NaN", "some"}) {
      Failures.assertCode(
          () -> Datasets.open(csv(text.toString()) + ",test=" + bad), ErrorCode.INVALID_OPTION);
    }
  }

  /** Counts and means as published with the sets, or summed from the files by awk. */
  @ParameterizedTest
  @CsvSource({
    "iris, 150, 4, 3, 50",
    "wine, 178, 13, 3, 59",
    "breast-cancer, 569, 30, 2, 212",
  })
  void bundledClassesAreWhole(String name, int count, int features, int classes, int first) {
    Dataset data = Datasets.open(name);
    DatasetSummary summary = DatasetSummary.of(data);
    assertThat(data.name()).isEqualTo(name + ":test=0.2,seed=0");
    assertThat(data.train().count() + data.test().count()).isEqualTo(count);
    assertThat(data.test().count()).isEqualTo(Math.round(0.2 * count));
    assertThat(summary.featureShape()).containsExactly(features);
    assertThat(summary.targets()).isEqualTo(classes + " classes");
    assertThat(summary.train().classCounts().get(0) + summary.test().classCounts().get(0))
        .isEqualTo(first);
  }

  /** The mean of the targets is 152.133 and 2.068558 in the literature of either set. */
  @ParameterizedTest
  @CsvSource({"diabetes, 442, 10, 152.13348416", "california, 20640, 8, 2.06855817"})
  void bundledRegressionsAreWhole(String name, int count, int features, double mean) {
    Dataset data = Datasets.open(name + ":test=0");
    assertThat(data.train().count()).isEqualTo(count);
    assertThat(data.train().featureShape()).containsExactly(features);
    assertThat(SplitSummary.of(data.train()).targets().orElseThrow().mean())
        .isCloseTo(mean, within(1e-6 * mean));
  }

  @Test
  void theFirstRowsOfBundledTablesAreThoseOfTheFiles() {
    assertThat(row(Datasets.open("iris:test=0").train(), 0))
        .containsExactly(5.1f, 3.5f, 1.4f, 0.2f);
    assertThat(row(Datasets.open("diabetes:test=0").train(), 0))
        .containsExactly(59, 2, 32.1f, 101, 157, 93.2f, 38, 4, 4.8598f, 87);
    Samples california = Datasets.open("california:test=0").train();
    assertThat(row(california, 0))
        .containsExactly(-122.23f, 37.88f, 41, 880, 129, 322, 126, 8.3252f);
    float[] target = new float[1];
    ((Targets.Reals) california.targets()).copy(0, target, 0);
    assertThat(target[0]).isEqualTo(4.526f);
  }
}
