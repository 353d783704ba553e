package org.thalweg.study.claim;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.thalweg.study.analysis.Contrast;
import org.thalweg.study.analysis.Selection;
import org.thalweg.study.design.YamlMapping;
import org.thalweg.study.design.YamlNode;
import org.thalweg.study.design.YamlScalar;

/** The keys of one rule, as they are asked for; what nobody asked for is refused in the end. */
final class RuleFields {
  private static final String AT_LEAST_1 = "a factor of at least 1, e.g. 1.5";

  private final YamlMapping rule;
  private final Set<String> asked = new LinkedHashSet<>();

  RuleFields(YamlMapping rule) {
    this.rule = rule;
  }

  /** Refuses keys that this kind of rule does not have. */
  void done() {
    rule.only(asked);
  }

  String name(String key) {
    return require(key, "lambda_max").scalar().text();
  }

  List<String> names(String key) {
    return ClaimsFile.names(require(key, "[…]"));
  }

  List<String> optionalNames(String key) {
    return find(key).map(ClaimsFile::names).orElse(List.of());
  }

  List<String> levels(String key, int least, int most) {
    YamlNode node = require(key, "[one, other]");
    List<String> levels = ClaimsFile.names(node);
    if (levels.size() < least
        || levels.size() > most
        || Set.copyOf(levels).size() < levels.size()) {
      throw node.wrong(
          (least == most ? least + "" : "at least " + least) + " different levels of the factor");
    }
    return levels;
  }

  /** One of some words, the first if none is given. */
  String word(String key, List<String> words) {
    return find(key).map(node -> node.scalar().oneOf(words)).orElse(words.get(0));
  }

  /** One of some words. */
  String required(String key, List<String> words) {
    return require(key, words.get(0)).scalar().oneOf(words);
  }

  /** One of some values by its text, the first if none is given. */
  <T> T choice(String key, T[] values, Function<T, String> text) {
    String word = word(key, Arrays.stream(values).map(text).toList());
    return Arrays.stream(values)
        .filter(value -> text.apply(value).equals(word))
        .findFirst()
        .orElseThrow();
  }

  Contrast contrast() {
    return choice("as", Contrast.values(), Contrast::text);
  }

  double number(String key) {
    return require(key, "0.5").scalar().number();
  }

  double numberFrom(String key, double least) {
    YamlScalar node = require(key, "60").scalar();
    if (node.number() < least) {
      throw node.wrong("a number of at least " + Numbers.plain(least));
    }
    return node.number();
  }

  /** A least difference, 0 if none is given; or a least ratio, 1 if none is given. */
  double effect(String key, Contrast contrast) {
    Optional<YamlScalar> node = find(key).map(YamlNode::scalar);
    double effect = node.map(YamlScalar::number).orElse(contrast.equal());
    if (node.isPresent() && effect < contrast.equal()) {
      throw node.get()
          .wrong(contrast == Contrast.RATIO ? AT_LEAST_1 : "a difference of at least 0");
    }
    return effect;
  }

  /** The largest difference or factor that counts as none. */
  double tolerance(Contrast contrast) {
    YamlScalar node = require("within", contrast == Contrast.RATIO ? "1.05" : "0.1").scalar();
    if (node.number() <= contrast.equal()) {
      throw node.wrong(
          contrast == Contrast.RATIO ? "a factor above 1, e.g. 1.05" : "a number above 0");
    }
    return node.number();
  }

  /** A number from 0 to 1. */
  double share(String key, double ifAbsent) {
    Optional<YamlScalar> node = find(key).map(YamlNode::scalar);
    double share = node.map(YamlScalar::number).orElse(ifAbsent);
    if (node.isPresent() && (share < 0 || share > 1)) {
      throw node.get().wrong("a number from 0 to 1");
    }
    return share;
  }

  /** A number from 0 to 1 that must be said. */
  double requiredShare(String key) {
    require(key, "0.8");
    return share(key, 1);
  }

  /** {@code above}, {@code below} or {@code between}. */
  Bounds bounds(Contrast contrast) {
    Optional<YamlNode> above = find("above");
    Optional<YamlNode> below = find("below");
    Optional<YamlNode> between = find("between");
    if (above.isPresent()
        ? below.isPresent() || between.isPresent()
        : below.isPresent() == between.isPresent()) {
      throw YamlNode.error(
          rule.place(),
          "one of above, below, between in '" + rule.key() + "'",
          rule.describe(),
          "say where the quantity is claimed to lie, e.g.  between: [20, 80]");
    }
    if (above.isPresent()) {
      return Bounds.above(positiveFor(contrast, above.get().scalar()));
    }
    if (below.isPresent()) {
      return Bounds.below(positiveFor(contrast, below.get().scalar()));
    }
    YamlNode node = between.orElseThrow();
    List<YamlNode> ends = node.sequence().items();
    if (ends.size() != 2 || ends.get(0).scalar().number() >= ends.get(1).scalar().number()) {
      throw node.wrong("two numbers, the smaller one first");
    }
    return new Bounds(
        positiveFor(contrast, ends.get(0).scalar()), positiveFor(contrast, ends.get(1).scalar()));
  }

  private static double positiveFor(Contrast contrast, YamlScalar value) {
    return contrast == Contrast.RATIO ? value.positive() : value.number();
  }

  /** Weights by quantity; empty if there are none. */
  Map<String, Double> weights() {
    Map<String, Double> weights = new LinkedHashMap<>();
    find("weights")
        .ifPresent(
            node ->
                node.mapping()
                    .entries()
                    .forEach((name, weight) -> weights.put(name, weight.scalar().number())));
    return weights;
  }

  /** Part of the design: all of it if nothing is said. */
  Selection where() {
    Map<String, List<String>> levels = new LinkedHashMap<>();
    find("where")
        .ifPresent(
            node ->
                node.mapping()
                    .entries()
                    .forEach((factor, chosen) -> levels.put(factor, ClaimsFile.names(chosen))));
    return new Selection(levels);
  }

  private Optional<YamlNode> find(String key) {
    asked.add(key);
    return rule.find(key);
  }

  private YamlNode require(String key, String example) {
    asked.add(key);
    return rule.require(key, example);
  }
}
