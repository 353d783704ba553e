package org.thalweg.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.thalweg.data.DatasetDescriptor.Option;
import org.thalweg.data.image.ImageFolder;
import org.thalweg.data.image.ImageSet;
import org.thalweg.data.image.ImageShape;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * {@code images:FOLDER}: pictures, one folder for each class, features {@code byte / 255} of shape
 * channels × height × width. With folders {@code train} and {@code test} the classes are in these.
 */
final class ImageFolderSource implements DatasetSource {
  private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,4})x([1-9]\\d{0,4})");
  private static final List<Option> OPTIONS =
      List.of(
          new Option("size", "", "HxW to scale to by area; left out, all must be of one size"),
          new Option("channels", "", "1 (grey) or 3 (RGB); left out, as the first picture"));

  @Override
  public DatasetDescriptor descriptor() {
    return new DatasetDescriptor(
        "images",
        "PNG or JPEG pictures, one folder for each class, below train and test if these exist",
        "as the folder holds",
        "that of the pictures",
        Stream.of(OPTIONS, HeldOut.OPTIONS).flatMap(List::stream).toList(),
        "FOLDER");
  }

  @Override
  public int files() {
    return 1;
  }

  @Override
  public Splits open(DatasetOptions options) {
    @Nullable ImageShape size = size(options);
    @Nullable Integer channels =
        options.given("channels") ? Integer.valueOf(options.choice("channels", "1", "3")) : null;
    UserFile root = UserFile.folder(options.file(0));
    boolean split =
        Files.isDirectory(root.path().resolve("train"))
            && Files.isDirectory(root.path().resolve("test"));
    ImageFolder folder = new ImageFolder(split ? root.path().resolve("train") : root.path());
    ImageShape shape = folder.shape(channels, size);
    options.decided("channels", String.valueOf(shape.channels()));
    Samples train = samples(folder.read(shape, size != null));
    String description = "Pictures in %s; classes %s".formatted(root.name(), names(folder));
    if (!split) {
      return HeldOut.split(description, train, options);
    }
    options.inapplicable("the folder has a test split of its own", "test", "seed");
    ImageFolder test = new ImageFolder(root.path().resolve("test"));
    requireSameClasses(folder, test, root.path());
    return new Splits(description, train, samples(test.read(shape, size != null)));
  }

  private static @Nullable ImageShape size(DatasetOptions options) {
    String text = options.text("size");
    Matcher matcher = SIZE.matcher(text);
    if (text.isEmpty()) {
      return null;
    }
    if (!matcher.matches()) {
      throw options.invalid("size as HEIGHTxWIDTH, e.g. 32x32", "'" + text + "'");
    }
    return new ImageShape(
        0, Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  private static String names(ImageFolder folder) {
    List<String> names = folder.classes();
    return String.join(", ", names.subList(0, Math.min(20, names.size())))
        + (names.size() > 20 ? ", …" : "");
  }

  private static void requireSameClasses(ImageFolder train, ImageFolder test, Path root) {
    if (!train.classes().equals(test.classes())) {
      throw ThalwegException.of(ErrorCode.DATA_FORMAT)
          .expected("the classes %s in %s".formatted(train.classes(), root.resolve("test")))
          .found(test.classes().toString())
          .next("give both splits a folder for each class");
    }
  }

  private static Samples samples(ImageSet images) {
    ImageShape shape = images.shape();
    return new PictureSamples(
        List.of(shape.channels(), shape.height(), shape.width()),
        images.pixels(),
        new Targets.Labels(
            images.classes().size(), images.labels().stream().mapToInt(label -> label).toArray()));
  }
}
