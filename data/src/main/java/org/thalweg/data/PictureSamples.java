package org.thalweg.data;

import java.util.List;

/** Samples whose features lie in one array of bytes each and are read as {@code byte / 255}. */
record PictureSamples(List<Integer> featureShape, List<byte[]> pixels, Targets targets)
    implements Samples {
  @Override
  public int count() {
    return pixels.size();
  }

  @Override
  public void features(int sample, float[] target, int offset) {
    byte[] picture = pixels.get(sample);
    for (int i = 0; i < picture.length; i++) {
      target[offset + i] = Byte.toUnsignedInt(picture[i]) / 255f;
    }
  }
}
