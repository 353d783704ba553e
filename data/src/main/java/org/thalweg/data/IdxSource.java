package org.thalweg.data;

import java.util.List;
import java.util.stream.Stream;
import org.thalweg.data.DatasetDescriptor.Option;

/**
 * {@code idx:IMAGES,LABELS}: images of unsigned bytes with one channel, raw or gzip, features
 * {@code byte / 255}; a test split by option, else held out.
 */
final class IdxSource implements DatasetSource {
  private static final List<Option> OPTIONS =
      List.of(
          new Option("test-images", "", "a file of held-out images"),
          new Option("test-labels", "", "and of their labels"),
          new Option("classes", "", "number of classes; left out, the largest label plus one"));

  @Override
  public DatasetDescriptor descriptor() {
    return new DatasetDescriptor(
        "idx",
        "Images and labels in the format of the MNIST files",
        "as the files say",
        "that of the files",
        Stream.of(OPTIONS, HeldOut.OPTIONS).flatMap(List::stream).toList(),
        "IMAGES,LABELS");
  }

  @Override
  public int files() {
    return 2;
  }

  @Override
  public Splits open(DatasetOptions options) {
    boolean test = options.given("test-images") || options.given("test-labels");
    if (test && !(options.given("test-images") && options.given("test-labels"))) {
      throw options.invalid("test-images and test-labels together", "one of them");
    }
    IdxImages train = IdxImages.read(options.file(0), options.file(1));
    String description =
        "Images from %s, labels from %s".formatted(train.images().file(), train.labels().file());
    if (!test) {
      int classes = classes(train.mostLabel(), options);
      options.inapplicable("there is no test file", "test-images", "test-labels");
      return HeldOut.split(description, train.samples(classes), options);
    }
    options.inapplicable("the test split has its own files", "test", "seed");
    IdxImages held = IdxImages.read(options.text("test-images"), options.text("test-labels"));
    train.requireSameSize(held);
    int classes = classes(Math.max(train.mostLabel(), held.mostLabel()), options);
    return new Splits(description, train.samples(classes), held.samples(classes));
  }

  private static int classes(int mostLabel, DatasetOptions options) {
    int classes =
        options.given("classes") ? (int) options.integer("classes", 1, 256) : mostLabel + 1;
    options.decided("classes", String.valueOf(classes));
    return classes;
  }
}
