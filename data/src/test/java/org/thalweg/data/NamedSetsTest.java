package org.thalweg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.data.fetch.DataFolders;
import org.thalweg.error.ErrorCode;

/**
 * On the real files where they are: below THALWEG_DATA, or in {@code shared/data} beside a folder
 * above this one; skipped elsewhere.
 */
class NamedSetsTest {
  @TempDir private Path empty;

  private static Optional<Path> folderWith(String file) {
    Stream<Path> above =
        Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
            .map(path -> path.resolveSibling("shared").resolve("data"));
    return Stream.concat(Stream.ofNullable(System.getenv("THALWEG_DATA")).map(Path::of), above)
        .filter(path -> Files.exists(path.resolve(file)))
        .findFirst();
  }

  private DataFolders folders(String file) {
    Optional<Path> folder = folderWith(file);
    assumeTrue(folder.isPresent(), file + " is not on this machine");
    return new DataFolders(folder, empty);
  }

  /** The content hash was computed by Python's hashlib from the layout in ContentHash. */
  @Test
  void fashionMnistIsThePublishedOne() {
    DataFolders folders = folders("fashion-mnist/train-images-idx3-ubyte.gz");
    Dataset data = Datasets.open(new FashionMnist(() -> folders), "");
    assertThat(data.name()).isEqualTo("fashion-mnist");
    assertThat(data.contentHash()).isEqualTo(FashionMnist.CONTENT_HASH);
    SplitSummary train = SplitSummary.of(data.train());
    assertThat(train.classCounts()).hasSize(10).containsOnly(6000);
    assertThat(SplitSummary.of(data.test()).classCounts()).hasSize(10).containsOnly(1000);
    // mean and labels as published in the data set's examples
    assertThat(Math.round(train.features().mean() * 1e4)).isEqualTo(2860);
    Targets.Labels labels = (Targets.Labels) data.train().targets();
    assertThat(List.of(labels.label(0), labels.label(1), labels.label(3))).containsExactly(9, 0, 3);
    String folder = folders.given().orElseThrow().resolve("fashion-mnist").toString();
    Dataset byFile =
        Datasets.open(
            "idx:%1$s/train-images-idx3-ubyte.gz,%1$s/train-labels-idx1-ubyte.gz,test-images="
                    .formatted(folder)
                + "%1$s/t10k-images-idx3-ubyte.gz,test-labels=%1$s/t10k-labels-idx1-ubyte.gz"
                    .formatted(folder));
    assertThat(byFile.contentHash()).isEqualTo(data.contentHash());
  }

  @Test
  void cifarTenIsThePublishedOne() {
    DataFolders folders = folders("cifar10/test_batch.bin");
    Dataset data = Datasets.open(new Cifar10(() -> folders), "");
    assertThat(data.contentHash()).isEqualTo(Cifar10.CONTENT_HASH);
    SplitSummary train = SplitSummary.of(data.train());
    assertThat(train.classCounts()).hasSize(10).containsOnly(5000);
    // means of the channels are 0.4914, 0.4822, 0.4465 in the literature
    assertThat(Math.round(train.features().mean() * 1e4)).isEqualTo(4734);
    Dataset byFolder = Datasets.open("cifar:" + folders.given().orElseThrow().resolve("cifar10"));
    assertThat(byFolder.contentHash()).isEqualTo(data.contentHash());
  }

  @Test
  void whatIsMissingIsNamedWithTheNextStep() {
    DataFolders nowhere = new DataFolders(Optional.of(empty.resolve("given")), empty);
    for (DatasetSource source :
        List.of(new FashionMnist(() -> nowhere), new Cifar10(() -> nowhere))) {
      Failures.assertCode(() -> Datasets.open(source, ""), ErrorCode.FILE_NOT_FOUND)
          .hasMessageContaining("given")
          .hasMessageContaining("thalweg data fetch " + source.descriptor().name())
          .hasMessageContaining("THALWEG_DATA");
    }
  }

  @Test
  void otherContentUnderAKnownNameIsRefused() throws IOException {
    Path set = Files.createDirectories(empty.resolve("cifar10"));
    for (String name : CifarSource.TEN) {
      Files.write(set.resolve(name), new byte[3073]);
    }
    DataFolders folders = new DataFolders(Optional.empty(), empty);
    Failures.assertCode(() -> Datasets.open(new Cifar10(() -> folders), ""), ErrorCode.DATA_CORRUPT)
        .hasMessageContaining(Cifar10.CONTENT_HASH);
  }
}
