package org.thalweg.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.array.Npz;
import org.thalweg.array.NumericArray;

/**
 * Whatever cannot be meant: a code, what was expected, what was found, what to do; no leftovers.
 */
class BadInputTest {
  private static final String TRAIN = "train --data digits --net mlp:8 --out new ";

  @TempDir private static Path temporary = Path.of("");

  private static Path here = Path.of("");

  @BeforeAll
  static void prepare() throws IOException {
    here = Folders.inside(temporary, "table");
    TrainedNetwork.copyInto(here);
    Files.createDirectories(here.resolve("folder/inside"));
    Files.writeString(here.resolve("file"), "a file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          2 | TW-2001 | train --data mnits --net mlp:8 --out new | did you mean 'mnist'?
          2 | TW-2001 | train --data ../../etc/passwd --net mlp:8 --out new | thalweg data list
          2 | TW-1001 | train --data sine:n=1e9 --net mlp:8 --out new | a whole number
          2 | TW-1001 | train --data sine:noise=-1 --net mlp:8 --out new | noise
          2 | TW-3001 | train --data digits --net mlq:8 --out new | mlp:256
          2 | TW-3001 | train --data digits --net mlp:0 --out new | width
          2 | TW-3001 | train --data digits --net mlp:1000000000 --out new | width
          2 | TW-3001 | train --data sine --net cnn:4 --out new | image
          2 | TW-1001 | train --data digits --nett mlp:8 | did you mean --net?
          2 | TW-1001 | train --data digits --out new | no --net
          2 | TW-3001 | TRAIN --activation swish | relu
          2 | TW-1002 | TRAIN --loss hinge | cross-entropy
          2 | TW-1001 | TRAIN --optimizer lion | adamw
          2 | TW-1001 | TRAIN --lr -1 | greater than 0
          2 | TW-1001 | TRAIN --lr NaN | greater than 0
          2 | TW-1001 | TRAIN --lr 0 | greater than 0
          2 | TW-1001 | TRAIN --lr 1e300 | at most 1e30
          2 | TW-1001 | TRAIN --weight-decay 1e300 | at most 1e30
          2 | TW-1001 | TRAIN --lr fast | a number
          2 | TW-1001 | TRAIN --momentum 1 --optimizer nesterov | less than 1
          2 | TW-1001 | TRAIN --batch 0 | at least 1
          2 | TW-1001 | TRAIN --epochs -1 | at least 0
          2 | TW-1001 | TRAIN --samples 100000 | at most 1297
          2 | TW-1001 | TRAIN --seed 99999999999999999999 | a whole number
          2 | TW-1001 | TRAIN --precision float16 | float32 or float64
          2 | TW-1001 | TRAIN --workers -1 | from 0 to 1024
          2 | TW-1001 | TRAIN --workers 9999 | from 0 to 1024
          1 | TW-5002 | train --data digits --net mlp:8 --out folder | --out
          1 | TW-5002 | train --data digits --net mlp:8 --out run | --force
          1 | TW-5002 | train --data digits --net mlp:8 --out file | --out
          1 | TW-5003 | train --data digits --net mlp:8 --out file/new | another folder
          1 | TW-5001 | train --resume nothing | thalweg train
          1 | TW-5006 | train --resume run | thalweg analyze run
          2 | TW-1003 | train --resume run --lr 3 | leave them out
          1 | TW-5001 | slice nothing --out new | thalweg train
          1 | TW-5006 | slice folder --out new | thalweg train
          2 | TW-1001 | slice file --out new | --data
          2 | TW-1002 | slice run@999 --out new | snapshot
          2 | TW-1001 | slice run --points 1 --out new | from 2 to 100000
          2 | TW-1001 | slice run --points 100000000 --out new | from 2 to 100000
          2 | TW-1001 | slice run --points many --out new | a whole number
          2 | TW-1001 | slice run --range 1:1 --out new | A less than B
          2 | TW-1001 | slice run --range 1 --out new | A:B
          2 | TW-1001 | slice run --range 1e308:1.7e308 --out new | 1e30
          2 | TW-1001 | slice run --range -Infinity:1 --out new | A:B
          2 | TW-1001 | slice run --samples 99999 --out new | at most 1297
          2 | TW-1001 | slice run --direction eigen:0 --out new | eigen:K
          2 | TW-1001 | slice run --direction pca:0 --out new | pca:K
          2 | TW-1001 | slice run --direction pca:999 --out new | snapshots
          2 | TW-1001 | surface run --plane pca:1,999 --out new | snapshots
          2 | TW-1004 | slice run --direction eigen:99999 --out new | fewer
          2 | TW-1001 | slice run surplus --out new | slice --help
          2 | TW-1001 | surface run --points 100000 --out new | from 2 to 2000
          2 | TW-1001 | surface run --plane eigen:1,1 --out new | different
          2 | TW-1003 | surface run --force | leave out --force
          2 | TW-1004 | hessian run --top 100000 --iterations 900000 --out new | fewer
          2 | TW-1001 | hessian run --top 0 --bottom 0 --out new | above 0
          2 | TW-1001 | hessian run --tolerance 2 --out new | less than 1
          1 | TW-5006 | report folder | thalweg train
          2 | TW-1001 | analyse run | did you mean analyze?
          """)
  void isRefused(int exitCode, String code, String command, String next) {
    Set<String> before = Folders.names(here);

    Finished refused = Thalweg.in(here).run(command.replace("TRAIN ", TRAIN));

    assertRefused(refused, exitCode, code, next);
    assertThat(Folders.names(here)).isEqualTo(before);
  }

  private static void assertRefused(Finished refused, int exitCode, String code, String next) {
    assertThat(refused.err())
        .contains(code, "  expected: ", "  found: ", "  next: ", next)
        .doesNotContain("\tat ", "Exception in thread");
    assertThat(refused.exitCode()).isEqualTo(exitCode);
    assertThat(refused.out()).isEmpty();
  }

  @Test
  void anEmptyNameOfAModelIsRefused() {
    Finished refused = Thalweg.in(here).run(List.of("slice", ""));
    assertRefused(refused, 2, "TW-1001", "MODEL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"slice run --points 3", "report run", "hessian run@3 --top 1"})
  void aDamagedManifestIsRefused(String command) throws IOException {
    Path folder = Folders.inside(temporary, "damaged" + command.hashCode());
    Path manifest = TrainedNetwork.copyInto(folder).resolve("manifest.json");
    String whole = Files.readString(manifest);
    Files.writeString(manifest, whole.substring(0, whole.length() / 2));
    assertRefused(Thalweg.in(folder).run(command), 1, "TW-5006", "manifest.json");
  }

  @Test
  void aNewerVersionIsRefused() throws IOException {
    Path folder = Folders.inside(temporary, "newer");
    Path manifest = TrainedNetwork.copyInto(folder).resolve("manifest.json");
    String text = Files.readString(manifest);
    Files.writeString(manifest, text.replaceFirst("\"version\": *1", "\"version\": 2"));
    assertRefused(Thalweg.in(folder).run("report run"), 1, "TW-5006", "newer");
  }

  @Test
  void weightsOfTheWrongShapeAreRefused() throws IOException {
    assertWeightsRefused("shape", new double[] {1, 2, 3}, "TW-3002");
  }

  @Test
  void weightsThatAreNoNumbersAreRefused() throws IOException {
    Path folder = Folders.inside(temporary, "nan");
    Path weights = TrainedNetwork.copyInto(folder).resolve("weights/final.npz");
    Map<String, NumericArray> arrays = new LinkedHashMap<>(Npz.read(weights));
    arrays.replaceAll(
        (name, array) -> {
          double[] values = array.toDoubles();
          values[values.length - 1] = Double.NaN;
          return NumericArray.of(values, array.shape().toArray(Integer[]::new));
        });
    write(weights, arrays);
    Finished refused = Thalweg.in(folder).run("slice run --points 3 --out new");
    assertRefused(refused, 1, "TW-3003", "before the training diverged");
    assertThat(folder.resolve("new")).doesNotExist();
  }

  private static void write(Path file, Map<String, NumericArray> arrays) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      Npz.write(arrays, out);
    }
  }

  private static void assertWeightsRefused(String name, double[] values, String code)
      throws IOException {
    Path folder = Folders.inside(temporary, name);
    Path weights = TrainedNetwork.copyInto(folder).resolve("weights/final.npz");
    Map<String, NumericArray> arrays = new LinkedHashMap<>(Npz.read(weights));
    String first = arrays.keySet().iterator().next();
    arrays.put(first, NumericArray.of(values, values.length));
    write(weights, arrays);
    Finished refused = Thalweg.in(folder).run("slice run --points 3 --out new");
    assertRefused(refused, 1, code, first);
    assertThat(folder.resolve("new")).doesNotExist();
  }

  @Test
  void truncatedWeightsAreRefused() throws IOException {
    Path folder = Folders.inside(temporary, "truncated");
    Path weights = TrainedNetwork.copyInto(folder).resolve("weights/final.npz");
    byte[] whole = Files.readAllBytes(weights);
    Files.write(weights, Arrays.copyOf(whole, whole.length / 2));
    Finished refused = Thalweg.in(folder).run("slice run --points 3");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("final.npz", "  next: ").doesNotContain("\tat ");
  }

  @Test
  void aFullDiskLeavesWhatWasThere() throws Exception {
    Path folder = Folders.inside(temporary, "full");
    Path disk = Files.createDirectories(folder.resolve("disk"));
    assumeThat(call("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk.toString()))
        .as("a small disk needs the right to mount one")
        .isTrue();
    try {
      Finished full =
          Thalweg.in(folder).run("train --data digits --net mlp:512 --epochs 1 --out disk/run");
      assertRefused(full, 1, "TW-5005", "room");
      assertThat(Folders.names(disk)).noneMatch(name -> name.contains(".tmp"));
    } finally {
      call("umount", disk.toString());
    }
  }

  private static boolean call(String... words) throws Exception {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
  }
}
