package org.thalweg.report.study;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of figures: fit for files and for ids on the page, each only once. */
final class FigureNames {
  private static final int LONGEST = 60;

  private final Set<String> taken = new HashSet<>();

  /** The kind and what it shows, with everything but letters, digits and underscores left out. */
  String next(String kind, String what) {
    String plain = what.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]+", "-");
    String trimmed = plain.replaceAll("^-+|-+$", "");
    String name = kind + (trimmed.isEmpty() ? "" : "-" + shortened(trimmed));
    String unique = name;
    for (int k = 2; !taken.add(unique); k++) {
      unique = name + "-" + k;
    }
    return unique;
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
  }
}
