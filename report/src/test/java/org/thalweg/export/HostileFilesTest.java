package org.thalweg.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.thalweg.export.SampleResults.stored;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.random.RandomStream;
import org.thalweg.result.Outcome;
import org.thalweg.result.SurfaceResult;

/** Whatever the bytes of a file say: a result or a coded error. */
class HostileFilesTest {
  private static final int MUTANTS = 10_000;
  private static final Set<ErrorCode> CODES =
      Set.of(ErrorCode.DATA_FORMAT, ErrorCode.DATA_CORRUPT, ErrorCode.OUT_OF_MEMORY);

  @TempDir Path folder;

  /** Whether the bytes were read as a result. */
  private static boolean survives(String extension, byte[] bytes) {
    return survives(
        () ->
            Importer.read(new ImportedFile("hostile." + extension, bytes), "test")
                .result()
                .outcome());
  }

  private static boolean survives(Supplier<?> reading) {
    try {
      assertThat(reading.get()).isNotNull();
      return true;
    } catch (ThalwegException e) {
      assertThat(e.code()).as(e.getMessage()).isIn(CODES);
      return false;
    }
  }

  private byte[] written(String extension) throws IOException {
    SurfaceResult surface = SampleResults.surface(3, 4, Outcome.CANCELLED, List.of(List.of(1, 2)));
    Path file = folder.resolve("sound." + extension);
    Exporter.export(stored(surface), ExportFormat.named(extension), file);
    return Files.readAllBytes(file);
  }

  private static void mutate(String extension, List<byte[]> seeds) {
    mutate(seeds, bytes -> survives(extension, bytes));
  }

  private static void mutate(List<byte[]> seeds, Predicate<byte[]> survives) {
    int read = 0;
    RandomStream random = RandomStream.of(20, "mutants");
    for (int i = 0; i < MUTANTS; i++) {
      byte[] bytes = seeds.get(i % seeds.size()).clone();
      int changes = 1 + random.below(4);
      for (int c = 0; c < changes; c++) {
        int at = random.below(bytes.length);
        bytes[at] =
            switch (random.below(4)) {
              case 0 -> (byte) 0xff;
              case 1 -> 0;
              case 2 -> (byte) (bytes[at] ^ 1 << random.below(8));
              default -> (byte) random.below(256);
            };
      }
      read += survives.test(bytes) ? 1 : 0;
    }
    assertThat(read).as("some mutants are harmless, some are not").isBetween(1, MUTANTS - 1);
  }

  @Test
  void mutatedHdf5() throws IOException {
    List<byte[]> seeds = new ArrayList<>(List.of(written("h5")));
    for (String name : List.of("square.h5", "compressed.h5", "line.h5")) {
      seeds.add(Files.readAllBytes(SampleResults.reference(name)));
    }
    mutate("h5", seeds);
  }

  @Test
  void mutatedDirections() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    for (String name : List.of("directions.h5", "states.h5")) {
      seeds.add(Files.readAllBytes(SampleResults.reference(name)));
    }
    mutate(
        seeds,
        bytes -> survives(() -> ReferenceDirections.read(new ImportedFile("hostile.h5", bytes))));
  }

  @Test
  void aDatasetLargerThanItsFileIsNotBelieved() throws IOException {
    byte[] bytes = Files.readAllBytes(SampleResults.reference("line.h5"));
    // the extent of xcoordinates and of the losses, 5, wherever it stands as a 64-bit number
    for (int at = 0; at + 8 <= bytes.length; at++) {
      if (Arrays.equals(bytes, at, at + 8, new byte[] {5, 0, 0, 0, 0, 0, 0, 0}, 0, 8)) {
        bytes[at + 3] = 0x10;
      }
    }
    assertThat(survives("h5", bytes)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"npz", "csv", "json"})
  void mutatedFilesOfOurs(String extension) throws IOException {
    mutate(extension, List.of(written(extension)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"h5", "npz", "json"})
  void truncatedFiles(String extension) throws IOException {
    byte[] whole = written(extension);
    // what jHDF writes behind the last object is its own name, which nobody reads
    int needed = extension.equals("h5") ? whole.length - 200 : whole.length - 1;
    for (int length = 0; length < needed; length += 1 + length / 40) {
      assertThat(survives(extension, Arrays.copyOf(whole, length)))
          .as("%d of %d bytes", length, whole.length)
          .isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"h5", "npz", "csv", "json"})
  void garbage(String extension) {
    RandomStream random = RandomStream.of(21, "garbage");
    for (int length : new int[] {0, 1, 8, 600, 5000}) {
      byte[] bytes = new byte[length];
      for (int i = 0; i < length; i++) {
        bytes[i] = (byte) random.below(256);
      }
      assertThat(survives(extension, bytes)).isFalse();
    }
  }
}
