package org.thalweg.export;

/**
 * What a format wants to know beyond the result.
 *
 * @param height of the surface in vtp files
 * @param directionFile what h5 files say under {@code dir_file}: the name of the file with the two
 *     directions; empty if there is none
 */
public record ExportOptions(Height height, String directionFile) {
  public static final ExportOptions DEFAULT = new ExportOptions(Height.LOSS, "");
}
