package org.thalweg.study.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.thalweg.statistics.CorrelationKind;
import org.thalweg.study.analysis.Contrast;
import org.thalweg.study.analysis.Unit;
import org.thalweg.study.design.YamlMapping;
import org.thalweg.study.design.YamlNode;

/** Decision rules as they stand in a file: a kind, and under it what that kind needs. */
final class RuleReader {
  private static final Map<String, Function<RuleFields, DecisionRule>> KINDS = kinds();

  private RuleReader() {}

  /** The kinds of rules. */
  static List<String> kindNames() {
    List<String> names = new ArrayList<>(KINDS.keySet());
    names.add("all");
    return names;
  }

  static DecisionRule read(YamlMapping rule) {
    rule.only(kindNames());
    if (rule.entries().size() != 1) {
      throw YamlNode.error(
          rule.place(),
          "one kind of rule: " + String.join(", ", kindNames()),
          rule.describe(),
          "put several rules into a list under 'all'");
    }
    Map.Entry<String, YamlNode> only = rule.entries().entrySet().iterator().next();
    if (only.getKey().equals("all")) {
      List<YamlNode> items = only.getValue().sequence().items();
      if (items.isEmpty()) {
        throw only.getValue().wrong("at least one rule");
      }
      return new AllOf(items.stream().map(item -> read(item.mapping())).toList());
    }
    RuleFields fields = new RuleFields(only.getValue().mapping());
    Function<RuleFields, DecisionRule> kind = KINDS.getOrDefault(only.getKey(), RuleReader::order);
    DecisionRule made = kind.apply(fields);
    fields.done();
    return made;
  }

  private static Map<String, Function<RuleFields, DecisionRule>> kinds() {
    Map<String, Function<RuleFields, DecisionRule>> kinds = new LinkedHashMap<>();
    kinds.put("order", RuleReader::order);
    kinds.put("difference", RuleReader::difference);
    kinds.put("trend", RuleReader::trend);
    kinds.put("correlation", RuleReader::correlation);
    kinds.put("mean", RuleReader::mean);
    kinds.put("share", RuleReader::share);
    kinds.put("equivalence", RuleReader::equivalence);
    kinds.put("prediction", RuleReader::prediction);
    kinds.put("agreement", RuleReader::agreement);
    kinds.put("groups", RuleReader::groups);
    kinds.put("change", RuleReader::change);
    kinds.put("invariance", RuleReader::invariance);
    return kinds;
  }

  private static DecisionRule order(RuleFields rule) {
    return new OrderRule(
        rule.name("quantity"),
        rule.name("factor"),
        rule.levels("ascending", 2, Integer.MAX_VALUE),
        rule.word("pairs", List.of("adjacent", "all")).equals("all"),
        rule.contrast(),
        rule.where());
  }

  private static DecisionRule difference(RuleFields rule) {
    Contrast contrast = rule.contrast();
    return new DifferenceRule(
        rule.name("quantity"),
        rule.name("factor"),
        rule.name("larger"),
        rule.name("smaller"),
        contrast,
        rule.effect("at-least", contrast),
        rule.where());
  }

  private static DecisionRule trend(RuleFields rule) {
    return new TrendRule(
        rule.name("quantity"),
        rule.name("factor"),
        rule.required("direction", List.of("rising", "falling")).equals("rising"),
        rule.contrast(),
        rule.where());
  }

  private static DecisionRule correlation(RuleFields rule) {
    return new CorrelationRule(
        rule.name("predictor"),
        rule.name("outcome"),
        kind(rule),
        rule.word("direction", List.of("positive", "negative")).equals("positive"),
        rule.share("at-least", 0),
        rule.optionalNames("given"),
        rule.choice("over", Unit.values(), Unit::text),
        rule.where());
  }

  /** Kendall's coefficient given others has no test. */
  private static CorrelationKind kind(RuleFields rule) {
    CorrelationKind[] kinds =
        rule.optionalNames("given").isEmpty()
            ? CorrelationKind.values()
            : new CorrelationKind[] {CorrelationKind.PEARSON, CorrelationKind.SPEARMAN};
    return rule.choice("kind", kinds, RuleReader::text);
  }

  private static String text(CorrelationKind kind) {
    return switch (kind) {
      case PEARSON -> "pearson";
      case SPEARMAN -> "spearman";
      case KENDALL -> "kendall";
    };
  }

  private static DecisionRule mean(RuleFields rule) {
    boolean geometric = rule.word("mean", List.of("arithmetic", "geometric")).equals("geometric");
    Contrast contrast = geometric ? Contrast.RATIO : Contrast.DIFFERENCE;
    return new MeanRule(
        rule.name("quantity"),
        rule.bounds(contrast),
        contrast,
        rule.word("in", List.of("every-cell", "all-cells")).equals("every-cell"),
        rule.where());
  }

  private static DecisionRule share(RuleFields rule) {
    return new ShareRule(
        rule.name("quantity"),
        rule.bounds(Contrast.DIFFERENCE),
        rule.requiredShare("at-least"),
        rule.where());
  }

  private static DecisionRule equivalence(RuleFields rule) {
    Contrast contrast = rule.contrast();
    List<String> levels = rule.levels("levels", 2, 2);
    return new EquivalenceRule(
        rule.name("quantity"),
        rule.name("factor"),
        levels.get(0),
        levels.get(1),
        contrast,
        rule.tolerance(contrast),
        rule.where());
  }

  private static DecisionRule prediction(RuleFields rule) {
    Map<String, Double> weights = rule.weights();
    boolean fitted = weights.isEmpty();
    if (fitted) {
      rule.names("predictors").forEach(name -> weights.put(name, Double.NaN));
    }
    return new PredictionRule(
        weights, fitted, rule.name("outcome"), rule.share("at-least", 0), rule.where());
  }

  private static DecisionRule agreement(RuleFields rule) {
    return new AgreementRule(
        rule.name("predictor"), rule.name("outcome"), rule.share("at-least", 0), rule.where());
  }

  private static DecisionRule groups(RuleFields rule) {
    Contrast contrast = rule.contrast();
    double low = rule.number("low");
    return new GroupRule(
        rule.name("quantity"),
        rule.name("by"),
        low,
        rule.numberFrom("high", low),
        contrast,
        rule.effect("at-least", contrast),
        rule.choice("over", new Unit[] {Unit.CELLS, Unit.TRIALS}, Unit::text),
        rule.where());
  }

  private static DecisionRule change(RuleFields rule) {
    Contrast contrast = rule.contrast();
    return new ChangeRule(
        rule.name("before"),
        rule.name("after"),
        rule.bounds(contrast),
        contrast,
        rule.word("in", List.of("every-cell", "all-cells")).equals("every-cell"),
        rule.where());
  }

  private static DecisionRule invariance(RuleFields rule) {
    double within = rule.tolerance(Contrast.RATIO);
    return new ChangeRule(
        rule.name("before"),
        rule.name("after"),
        new Bounds(1 / within, within),
        Contrast.RATIO,
        true,
        rule.where());
  }
}
