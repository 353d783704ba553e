package org.thalweg.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * The word that was probably meant, by the number of letters to insert, delete, replace or swap
 * with their neighbour (optimal string alignment).
 */
public final class NearestMatch {
  private NearestMatch() {}

  /** The nearest candidate, if at most a third of the typed letters differ (or two). */
  public static Optional<String> among(Collection<String> candidates, String typed) {
    int tolerance = Math.max(2, typed.length() / 3);
    return candidates.stream()
        .min(Comparator.comparingInt(candidate -> distance(candidate, typed)))
        .filter(candidate -> distance(candidate, typed) <= tolerance);
  }

  static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], 1 + cost[i - 2][j - 2]);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
