package org.thalweg.torch.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptFileTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "state_dict.pt, TW-3005, state_dict",
    "old.pt, TW-3005, old format",
    "noforward.pt, TW-3005, forward",
    "expected.json, TW-3005, no zip file"
  })
  void otherFilesAreExplained(String name, String code, String found) {
    assertThatThrownBy(() -> load(PythonCase.file(name)))
        .hasMessageContaining(code)
        .hasMessageContaining(found);
  }

  @Test
  void aMissingFileAndAFolderAreNotFound() {
    assertThatThrownBy(() -> load(folder.resolve("none.pt"))).hasMessageContaining("TW-5001");
    assertThatThrownBy(() -> load(folder)).hasMessageContaining("TW-5001");
  }

  @Test
  void aTruncatedFileIsDamaged() throws IOException {
    byte[] whole = Files.readAllBytes(PythonCase.file("pair.pt"));
    for (int length : new int[] {0, 3, 4, 100, whole.length / 2, whole.length - 1}) {
      Path file = Files.write(folder.resolve("cut.pt"), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> load(file)).hasMessageContaining("TW-3005");
    }
  }

  @Test
  void aZipOfSomethingElseAndABombAreRefused() throws IOException {
    Path other = zip("other.pt", "text/a.txt", 10);
    assertThatThrownBy(() -> load(other)).hasMessageContaining("another kind");
    Path bomb = zip("bomb.pt", "bomb/code/a.py", 100_000_000);
    assertThatThrownBy(() -> load(bomb))
        .hasMessageContaining("TW-3005")
        .hasMessageContaining("unpack");
  }

  @Test
  void codeWithAnOperatorThatLibtorchLacksIsExplained() throws IOException {
    Path file = folder.resolve("operator.pt");
    Rezipped.copy(
        PythonCase.file("pair.pt"), file, text -> text.replace("torch.tanh", "torch.tanj"));
    assertThatThrownBy(() -> load(file))
        .hasMessageContaining("TW-3005")
        .hasMessageContaining("tanj");
  }

  /** In a process of its own, which a crash would end. */
  @Test
  void damagedFilesNeverEndTheProcess() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx200m",
                "-cp",
                System.getProperty("java.class.path"),
                DamagedFiles.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isEqualTo(DamagedFiles.SURVIVED);
  }

  private Path zip(String name, String entry, int size) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream stream = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(stream, StandardCharsets.UTF_8)) {
      zip.putNextEntry(new ZipEntry(entry));
      byte[] zeros = new byte[1_000_000];
      for (int written = 0; written < size; written += zeros.length) {
        zip.write(zeros, 0, Math.min(zeros.length, size - written));
      }
    }
    return file;
  }

  private static void load(Path file) {
    ScriptNetwork.load(file, ScriptOptions.defaults()).close();
  }
}
