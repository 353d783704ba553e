package org.thalweg.torch.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.thalweg.array.NumericArray;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.parameter.ParameterTensor;

/**
 * Which array of a checkpoint is which tensor of a network, when the names differ.
 *
 * <p>Tried in this order: the names as they are; without a part in front that all of them share,
 * such as {@code module.} or {@code _orig_mod.}; and by what they say of themselves, the last part
 * of the name behind a dot or underscore ({@code weight}, {@code bias}) and the shape. Tensors
 * alike in both are paired in the natural order of their names, in which {@code fc10} comes after
 * {@code fc9}; that is how layers are numbered, and where they are not, it pairs wrongly: hence the
 * pairs are shown to the user. Where counts differ, nothing is renamed.
 *
 * @param renamings name in the network by name in the file, only where they differ
 */
public record CheckpointNames(Map<String, String> renamings) {
  private static final Pattern PART = Pattern.compile("\\d+|\\D+");

  public CheckpointNames {
    renamings = Map.copyOf(renamings);
  }

  /** The pairs that these shapes and names suggest; none if they do not fit. */
  public static CheckpointNames of(ParameterLayout layout, Map<String, NumericArray> arrays) {
    List<String> ours = layout.tensors().stream().map(ParameterTensor::name).toList();
    List<String> theirs = List.copyOf(arrays.keySet());
    if (ours.size() != theirs.size() || arrays.keySet().containsAll(ours)) {
      return new CheckpointNames(Map.of());
    }
    return shortened(ours, theirs)
        .or(() -> alike(layout, arrays))
        .orElseGet(() -> new CheckpointNames(Map.of()));
  }

  /** The arrays under the names of the network, as far as they were found. */
  public Map<String, NumericArray> renamed(Map<String, NumericArray> arrays) {
    Map<String, NumericArray> renamed = new LinkedHashMap<>();
    arrays.forEach((name, array) -> renamed.put(renamings.getOrDefault(name, name), array));
    return renamed;
  }

  private static Optional<CheckpointNames> shortened(List<String> ours, List<String> theirs) {
    String first = theirs.get(0);
    for (int dot = first.indexOf('.'); dot >= 0; dot = first.indexOf('.', dot + 1)) {
      String front = first.substring(0, dot + 1);
      if (!theirs.stream().allMatch(name -> name.startsWith(front))) {
        return Optional.empty();
      }
      List<String> rest = theirs.stream().map(name -> name.substring(front.length())).toList();
      if (rest.containsAll(ours)) {
        Map<String, String> pairs = new LinkedHashMap<>();
        theirs.forEach(name -> pairs.put(name, name.substring(front.length())));
        return Optional.of(new CheckpointNames(pairs));
      }
    }
    return Optional.empty();
  }

  private static Optional<CheckpointNames> alike(
      ParameterLayout layout, Map<String, NumericArray> arrays) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    arrays.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(NATURAL))
        .forEach(entry -> add(groups, entry.getKey(), entry.getValue().shape()));
    Map<String, List<String>> wanted = new LinkedHashMap<>();
    // In the order of the layers, which natural order would lose where names are words.
    layout.tensors().forEach(tensor -> add(wanted, tensor.name(), tensor.shape()));
    Map<String, String> pairs = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> group : wanted.entrySet()) {
      List<String> found = groups.getOrDefault(group.getKey(), List.of());
      if (found.size() != group.getValue().size()) {
        return Optional.empty();
      }
      for (int i = 0; i < found.size(); i++) {
        if (!found.get(i).equals(group.getValue().get(i))) {
          pairs.put(found.get(i), group.getValue().get(i));
        }
      }
    }
    return Optional.of(new CheckpointNames(pairs));
  }

  private static void add(Map<String, List<String>> groups, String name, List<Integer> shape) {
    String last = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('_')) + 1);
    groups.computeIfAbsent(last + shape, key -> new ArrayList<>()).add(name);
  }

  /** Digits compare as numbers, everything else as text. */
  private static final Comparator<String> NATURAL =
      (one, other) -> {
        List<String> left = parts(one);
        List<String> right = parts(other);
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
          int order = compare(left.get(i), right.get(i));
          if (order != 0) {
            return order;
          }
        }
        return Integer.compare(left.size(), right.size());
      };

  private static int compare(String one, String other) {
    boolean numbers = Character.isDigit(one.charAt(0)) && Character.isDigit(other.charAt(0));
    if (numbers && one.length() != other.length()) {
      return Integer.compare(one.length(), other.length());
    }
    return one.compareTo(other);
  }

  private static List<String> parts(String name) {
    return PART.matcher(name).results().map(MatchResult::group).toList();
  }
}
