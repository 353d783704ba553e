package org.thalweg.torch.engine;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.Tensor;

/**
 * The native libraries in JavaCPP's cache folder, complete before the first of them is linked.
 *
 * <p>Left to itself, JavaCPP extracts one library at a time and links it at once, so that {@code
 * libtorch.so} finds its neighbours missing and takes whatever libtorch the system has; the JVM
 * dies. Here everything is extracted first, under a lock that other processes respect. A list of
 * the files and their sizes, written last, tells a complete folder from one whose extraction was
 * cut short: without it, or when a file differs from it, everything is extracted anew.
 */
final class NativeLibraries {
  private static final Pattern ENTRY = Pattern.compile("(?<size>\\d{1,18}) (?<file>.+)");

  private final Path cache;
  private final Path lockFile;
  private final Path list;

  NativeLibraries(Path cache, String version) {
    String name = "thalweg-" + version + "-" + Loader.getPlatform();
    this.cache = cache;
    this.lockFile = cache.resolve(name + ".lock");
    this.list = cache.resolve(name + ".files");
  }

  /**
   * Extracts what is missing.
   *
   * @param link loads the libraries, with other processes held back: JavaCPP makes symbolic links
   *     between folders when it loads a library for the first time
   */
  void complete(Runnable link) throws IOException {
    if (isComplete()) {
      return;
    }
    Files.createDirectories(cache);
    try (FileChannel channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (!lock.isValid() || isComplete()) {
        return;
      }
      Files.deleteIfExists(list);
      List<Path> folders =
          List.of(
              extract(Pointer.class, "javacpp"),
              extract(openblas_nolapack.class, "openblas"),
              extract(Tensor.class, "pytorch"));
      link.run();
      Path draft = list.resolveSibling(list.getFileName() + ".part");
      Files.write(draft, describe(folders));
      Files.move(draft, list, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Whether every file of the list is there with its size; files beyond the list do no harm. */
  private boolean isComplete() throws IOException {
    if (!Files.isRegularFile(list)) {
      return false;
    }
    for (String line : Files.readAllLines(list)) {
      Matcher entry = ENTRY.matcher(line);
      if (!entry.matches()) {
        return false;
      }
      Path file = cache.resolve(entry.group("file"));
      if (!Files.isRegularFile(file) || Files.size(file) != Long.parseLong(entry.group("size"))) {
        return false;
      }
    }
    return true;
  }

  private List<String> describe(List<Path> folders) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : (Iterable<Path>) files.sorted()::iterator) {
          if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            lines.add(Files.size(file) + " " + cache.relativize(file));
          }
        }
      }
    }
    return lines;
  }

  /** Extracts one preset's folder, after removing what an earlier attempt may have left. */
  private Path extract(Class<?> owner, String preset) throws IOException {
    String resource = "/org/bytedeco/" + preset + "/" + Loader.getPlatform();
    URL[] places = Loader.findResources(owner, resource, 1);
    if (places.length == 0) {
      throw new IOException("no native libraries at " + resource + " on the class path");
    }
    if (places[0].openConnection() instanceof JarURLConnection jar) {
      Path name = Path.of(jar.getJarFileURL().getPath()).getFileName();
      if (name != null) {
        delete(cache.resolve(name));
      }
    }
    return Loader.cacheResources(owner, resource)[0].toPath();
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
        Files.delete(file);
      }
    }
  }
}
