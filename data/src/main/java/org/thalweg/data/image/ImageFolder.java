package org.thalweg.data.image;

import java.awt.Dimension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * A folder with one folder of pictures for each class.
 *
 * <p>Classes and pictures are in the order of their names (by code point). Files whose name does
 * not end in {@code .png}, {@code .jpg} or {@code .jpeg} and hidden ones are passed over, as are
 * folders inside a class.
 */
public final class ImageFolder {
  private final List<String> classes;
  private final List<Integer> labels = new ArrayList<>();
  private final List<ImageFile> files = new ArrayList<>();

  /**
   * Lists the pictures; none is read.
   *
   * @throws ThalwegException {@code DATA_FORMAT} if there is no class or a class has no picture
   */
  public ImageFolder(Path folder) {
    List<Path> folders = sorted(folder, Files::isDirectory);
    this.classes = folders.stream().map(ImageFolder::name).toList();
    for (Path one : folders) {
      int before = files.size();
      for (Path file : sorted(one, ImageFolder::picture)) {
        files.add(new ImageFile(file));
        labels.add(labelOf(one));
      }
      if (files.size() == before) {
        throw empty("at least one PNG or JPEG file in " + one);
      }
    }
    if (files.isEmpty()) {
      throw empty("a folder of pictures for each class in " + folder);
    }
  }

  private int labelOf(Path folder) {
    return classes.indexOf(name(folder));
  }

  private static ThalwegException empty(String expected) {
    return ThalwegException.of(ErrorCode.DATA_FORMAT)
        .expected(expected)
        .found("none")
        .next("arrange pictures as FOLDER/CLASS/PICTURE.png, or FOLDER/train/CLASS/… and test");
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static boolean picture(Path path) {
    String name = name(path).toLowerCase(Locale.ROOT);
    return Files.isRegularFile(path)
        && (name.endsWith(".png") || name.endsWith(".jpg") || name.endsWith(".jpeg"));
  }

  private static List<Path> sorted(Path folder, Predicate<Path> wanted) {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside
          .filter(path -> !name(path).startsWith("."))
          .filter(wanted)
          .sorted(java.util.Comparator.comparing(ImageFolder::name))
          .toList();
    } catch (IOException e) {
      throw ThalwegException.of(ErrorCode.FILE_NOT_READABLE)
          .expected("to list the folder " + folder)
          .found(e.toString())
          .because(e)
          .next("check that you may read it");
    }
  }

  public List<String> classes() {
    return classes;
  }

  /**
   * What the first picture is, for all to follow.
   *
   * @param channels null to take grey or RGB from it
   * @param size height and width; null to take them from it
   */
  public ImageShape shape(@Nullable Integer channels, @Nullable ImageShape size) {
    ImageFile first = files.get(0);
    int count = channels != null ? channels : first.grey() ? 1 : 3;
    if (size != null) {
      return new ImageShape(count, size.height(), size.width());
    }
    Dimension found = first.size();
    return new ImageShape(count, found.height, found.width);
  }

  /**
   * Decodes all pictures.
   *
   * @param scaled whether pictures of other sizes are scaled; else they are an error
   * @throws ThalwegException {@code DATA_CORRUPT}; {@code DATA_FORMAT} if sizes differ; {@code
   *     OUT_OF_MEMORY}
   */
  public ImageSet read(ImageShape shape, boolean scaled) {
    long each = (long) shape.channels() * shape.height() * shape.width();
    long most = Runtime.getRuntime().maxMemory();
    if (each * files.size() > most) {
      throw ThalwegException.of(ErrorCode.OUT_OF_MEMORY)
          .expected("%d bytes of heap for %d pictures".formatted(each * files.size(), files.size()))
          .found("at most " + most + " bytes")
          .next("make the pictures smaller with size=HxW, or give Java more memory with -Xmx");
    }
    return new ImageSet(
        classes, labels, shape, files.stream().map(file -> read(file, shape, scaled)).toList());
  }

  private static byte[] read(ImageFile file, ImageShape shape, boolean scaled) {
    Dimension size = file.size();
    if (!scaled && (size.height != shape.height() || size.width != shape.width())) {
      throw ThalwegException.of(ErrorCode.DATA_FORMAT)
          .expected("pictures of %d × %d like the first".formatted(shape.height(), shape.width()))
          .found("%d × %d at %s".formatted(size.height, size.width, file.path()))
          .next(
              "bring all pictures to one size, e.g. with size=%dx%d"
                  .formatted(shape.height(), shape.width()));
    }
    return AreaScaling.scale(
        file.channels(shape.channels()),
        shape.channels(),
        size.height,
        size.width,
        shape.height(),
        shape.width());
  }
}
