package org.thalweg.data;

import java.util.List;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** Images of one split with their labels. */
record IdxImages(IdxArray images, IdxArray labels) {
  IdxImages {
    if (images.extents().contains(0)) {
      throw ThalwegException.of(ErrorCode.DATA_FORMAT)
          .expected("at least one image of at least one pixel in " + images.file())
          .found("the shape " + images.extents())
          .next("check the file");
    }
    if (!images.extents().get(0).equals(labels.extents().get(0))) {
      throw ThalwegException.of(ErrorCode.DATA_CORRUPT)
          .expected(
              "a label in %s for each of %d images"
                  .formatted(labels.file(), images.extents().get(0)))
          .found(labels.extents().get(0) + " labels")
          .next("use the image file and the label file of the same split");
    }
  }

  static IdxImages read(String images, String labels) {
    UserFile imageFile = UserFile.file(images);
    UserFile labelFile = UserFile.file(labels);
    return new IdxImages(
        IdxArray.read(imageFile.bytes(), imageFile.name(), 3),
        IdxArray.read(labelFile.bytes(), labelFile.name(), 1));
  }

  int mostLabel() {
    int most = 0;
    for (byte label : labels.values()) {
      most = Math.max(most, Byte.toUnsignedInt(label));
    }
    return most;
  }

  void requireSameSize(IdxImages other) {
    if (!images.extents().subList(1, 3).equals(other.images.extents().subList(1, 3))) {
      throw ThalwegException.of(ErrorCode.DATA_FORMAT)
          .expected("images like those of shape %s in both splits".formatted(images.extents()))
          .found("%s in %s".formatted(other.images.extents(), other.images.file()))
          .next("use images of one size");
    }
  }

  /** Features {@code byte / 255} of shape 1 × height × width. */
  Samples samples(int classes) {
    int[] numbers = new int[labels.values().length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Byte.toUnsignedInt(labels.values()[i]);
      if (numbers[i] >= classes) {
        throw ThalwegException.of(ErrorCode.DATA_CORRUPT)
            .expected("labels from 0 to %d in %s".formatted(classes - 1, labels.file()))
            .found("%d for sample %d".formatted(numbers[i], i))
            .next("copy or download the file again, or correct the number of classes");
      }
    }
    return new ByteSamples(
        List.of(1, images.extents().get(1), images.extents().get(2)),
        images.values(),
        new Targets.Labels(classes, numbers));
  }
}
