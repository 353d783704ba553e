package org.thalweg.torch.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.thalweg.error.ThalwegException;
import org.thalweg.random.RandomStream;

/** A process that reads many damaged files and says by its exit code how it went. */
final class DamagedFiles {
  static final int SURVIVED = 40;
  static final int WRONG = 41;
  private static final int FILES = 1000;
  private static final int HOSTILE = 300;

  private DamagedFiles() {}

  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0], "damaged.pt");
    int refused = 0;
    for (String name : new String[] {"pair.pt", "batch.pt"}) {
      byte[] whole = Files.readAllBytes(PythonCase.file(name));
      for (int i = 0; i < FILES; i++) {
        Files.write(file, damaged(whole, i));
        refused += isRefused(file) ? 1 : 0;
      }
    }
    for (int i = 0; i < HOSTILE; i++) {
      hostile(file, i);
      refused += isRefused(file) ? 1 : 0;
    }
    // Damage in the padding between entries is none.
    System.exit(refused > FILES / 2 ? SURVIVED : WRONG);
  }

  private static byte[] damaged(byte[] whole, int index) {
    int[] order = RandomStream.of(index, "damage").permutation(whole.length);
    byte[] bytes = whole.clone();
    for (int k = 0; k < 1 + index % 4; k++) {
      bytes[order[k]] ^= (byte) (1 + order[k + 4] % 255);
    }
    return bytes;
  }

  /** Changed code and pickles whose checksums are right, which libtorch has to refuse itself. */
  private static void hostile(Path file, int index) throws IOException {
    Rezipped.entries(
        PythonCase.file("batch.pt"),
        file,
        (name, bytes) -> {
          RandomStream random = RandomStream.of(index, name);
          if (bytes.length > 0 && (name.endsWith(".pkl") || name.endsWith(".py"))) {
            int[] order = random.permutation(bytes.length);
            bytes[order[0]] = (byte) order[bytes.length - 1];
          }
          return bytes;
        });
  }

  /** Anything but an error of ours ends the process with another exit code. */
  private static boolean isRefused(Path file) {
    try {
      ScriptNetwork.load(file, ScriptOptions.defaults()).close();
      return false;
    } catch (ThalwegException e) {
      return true;
    }
  }
}
