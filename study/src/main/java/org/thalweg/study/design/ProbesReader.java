package org.thalweg.study.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.thalweg.error.ThalwegException;

/** The blocks {@code probes:} and {@code pairs:}. */
final class ProbesReader {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Pattern EPOCH = Pattern.compile("epoch ([0-9]+(\\.[0-9]+)?)");
  private static final String CONNECT = "connect";
  private static final String TRAINING = "training";

  private final ProbeOptions known = ProbeOptions.load();

  List<ProbePlan> probes(Optional<YamlNode> block) {
    List<ProbePlan> plans = new ArrayList<>();
    block.ifPresent(
        all ->
            all.mapping()
                .entries()
                .forEach((name, node) -> plans.add(probe(name, all.mapping().place(name), node))));
    return List.copyOf(plans);
  }

  /** The pairs, none of which has the name of a probe. */
  List<PairPlan> pairs(Optional<YamlNode> block, int seeds, List<ProbePlan> probes) {
    Set<String> taken = probes.stream().map(ProbePlan::name).collect(Collectors.toSet());
    List<PairPlan> plans = new ArrayList<>();
    block.ifPresent(
        all ->
            all.mapping()
                .entries()
                .forEach(
                    (name, node) -> {
                      Place place = all.mapping().place(name);
                      if (taken.contains(name)) {
                        throw YamlNode.error(
                            place,
                            "another name than those under 'probes:'",
                            "'" + name + "'",
                            "rename one of the two");
                      }
                      plans.add(pair(name, place, node.mapping(), seeds));
                    }));
    return List.copyOf(plans);
  }

  private ProbePlan probe(String name, Place place, YamlNode node) {
    checkName(name, place);
    YamlMapping block = node.mapping();
    List<String> kinds = known.probes().stream().filter(one -> !one.equals(CONNECT)).toList();
    Optional<YamlScalar> said = block.value("probe");
    if (said.isEmpty() && !kinds.contains(name)) {
      throw YamlNode.error(
          place,
          "'%s' with a line  probe: %s".formatted(name, String.join(" | ", kinds)),
          block.describe(),
          YamlScalar.nextTo(kinds, name, place));
    }
    if (said.isPresent() && said.get().raw().equals(CONNECT)) {
      throw said.get().wrong("a probe of one network", "move it to 'pairs:'");
    }
    String probe = said.map(kind -> kind.oneOf(kinds)).orElse(name);
    Moment moment = Moment.FINAL;
    double epoch = Double.NaN;
    Optional<YamlScalar> at = block.value("at");
    if (at.isPresent()) {
      Matcher matcher = EPOCH.matcher(at.get().raw());
      if (matcher.matches()) {
        moment = Moment.EPOCH;
        epoch = Double.parseDouble(matcher.group(1));
      } else {
        moment = moment(at.get());
      }
    }
    return plan(name, probe, moment, epoch, block, place, Set.of("probe", "at"));
  }

  private static Moment moment(YamlScalar at) {
    return switch (at.raw()) {
      case "initial" -> Moment.INITIAL;
      case "final" -> Moment.FINAL;
      default ->
          throw at.wrong("initial, final or epoch N", "e.g.  at: epoch 5; correct " + at.place());
    };
  }

  private PairPlan pair(String name, Place place, YamlMapping block, int seeds) {
    checkName(name, place);
    if (seeds < 2) {
      throw YamlNode.error(
          place,
          "at least two seeds, because pairs are two trainings that differ in their seed",
          seeds + " seed",
          "write  seeds: 5, or remove 'pairs:'");
    }
    int most = seeds - 1;
    int pairs = block.value("pairs").map(value -> (int) value.whole(1, most)).orElse(most);
    return new PairPlan(
        plan(name, CONNECT, Moment.FINAL, Double.NaN, block, place, Set.of("pairs")), pairs);
  }

  private ProbePlan plan(
      String name,
      String probe,
      Moment moment,
      double epoch,
      YamlMapping block,
      Place place,
      Set<String> besides) {
    Map<String, OptionKind> kinds = known.of(probe);
    Set<String> keys = new LinkedHashSet<>(List.copyOf(besides).stream().sorted().toList());
    keys.addAll(kinds.keySet());
    block.only(keys);
    Map<String, Object> options = new LinkedHashMap<>();
    Map<String, Place> places = new LinkedHashMap<>();
    places.put("", place);
    block
        .entries()
        .forEach(
            (option, value) -> {
              OptionKind kind = kinds.get(option);
              if (kind != null) {
                options.put(option, kind.read(value));
                places.put(option, value.place());
              }
            });
    refuseOtherModels(options, places);
    return new ProbePlan(name, probe, moment, epoch, options, places);
  }

  /** Directions to other models: a study has no names for them. */
  private static void refuseOtherModels(Map<String, Object> options, Map<String, Place> places) {
    for (String option : List.of("direction", "plane")) {
      String value = String.valueOf(options.get(option));
      if (value.contains("to:") || value.startsWith("through:")) {
        throw YamlNode.error(
            places.getOrDefault(option, Place.NONE),
            option + ": without other models",
            "'" + value + "'",
            "measure between trainings under 'pairs:'");
      }
    }
  }

  private static void checkName(String name, Place place) {
    if (!NAME.matcher(name).matches() || name.equals(TRAINING)) {
      throw invalidName(name, place);
    }
  }

  private static ThalwegException invalidName(String name, Place place) {
    return YamlNode.error(
        place,
        "a name of small letters, digits and '_' that is not 'training', e.g. spectrum_early",
        "'" + name + "'",
        "choose another name");
  }
}
