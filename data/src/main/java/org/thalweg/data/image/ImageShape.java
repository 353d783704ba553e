package org.thalweg.data.image;

/**
 * What every picture is brought to.
 *
 * @param channels 1 (grey) or 3 (red, green, blue)
 */
public record ImageShape(int channels, int height, int width) {}
