package org.thalweg.data.image;

import java.util.List;

/**
 * Pictures as bytes.
 *
 * @param classes names, in order
 * @param labels position in {@code classes} of each picture
 * @param pixels of each picture: channels, each row by row
 */
public record ImageSet(
    List<String> classes, List<Integer> labels, ImageShape shape, List<byte[]> pixels) {
  public ImageSet {
    classes = List.copyOf(classes);
    labels = List.copyOf(labels);
    pixels = List.copyOf(pixels);
  }
}
