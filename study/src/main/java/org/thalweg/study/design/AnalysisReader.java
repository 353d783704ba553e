package org.thalweg.study.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thalweg.study.design.AnalysisPlan.Agreement;
import org.thalweg.study.design.AnalysisPlan.Association;
import org.thalweg.study.design.AnalysisPlan.Comparison;
import org.thalweg.study.design.AnalysisPlan.Ranking;
import org.thalweg.study.design.AnalysisPlan.Score;

/** The block {@code analysis:}. */
final class AnalysisReader {
  static final List<String> KEYS = List.of("compare", "correlate", "agree", "score", "rank");

  private final List<Factor> factors;
  private final QuantitiesReader quantities;

  AnalysisReader(List<Factor> factors, QuantitiesReader quantities) {
    this.factors = factors;
    this.quantities = quantities;
  }

  AnalysisPlan read(Optional<YamlNode> block) {
    if (block.isEmpty()) {
      return new AnalysisPlan(List.of(), List.of(), List.of(), List.of(), List.of());
    }
    YamlMapping analysis = block.get().mapping().only(KEYS);
    return new AnalysisPlan(
        analysis.find("compare").map(this::comparisons).orElse(List.of()),
        analysis.find("correlate").map(this::associations).orElse(List.of()),
        analysis.find("agree").map(this::agreements).orElse(List.of()),
        analysis.find("score").map(this::scores).orElse(List.of()),
        analysis.find("rank").map(this::rankings).orElse(List.of()));
  }

  private List<Comparison> comparisons(YamlNode block) {
    List<Comparison> all = new ArrayList<>();
    YamlMapping byFactor = block.mapping();
    byFactor.only(factors.stream().map(Factor::name).toList());
    for (Factor factor : factors) {
      if (byFactor.find(factor.name()).isEmpty()) {
        continue;
      }
      if (factor.levels().size() < 2) {
        throw YamlNode.error(
            byFactor.place(factor.name()),
            "a factor with at least two levels to compare",
            "one level in '" + factor.name() + "'",
            "add a level, or remove the comparison");
      }
      for (String quantity : names(byFactor.require(factor.name(), "[]"))) {
        all.add(new Comparison(quantity, factor.name()));
      }
    }
    return all;
  }

  private List<Association> associations(YamlNode block) {
    List<Association> all = new ArrayList<>();
    for (YamlNode item : block.sequence().items()) {
      YamlMapping one = item.mapping().only(List.of("predictor", "outcome", "given"));
      List<String> given = one.find("given").map(this::names).orElse(List.of());
      for (String predictor : names(one.require("predictor", "lambda_max"))) {
        for (String outcome : names(one.require("outcome", "gap"))) {
          refuseItself(one, predictor, outcome);
          all.add(new Association(predictor, outcome, given));
        }
      }
    }
    return all;
  }

  private List<Agreement> agreements(YamlNode block) {
    List<Agreement> all = new ArrayList<>();
    for (YamlNode item : block.sequence().items()) {
      YamlMapping one = item.mapping().only(List.of("predictor", "outcome"));
      for (String predictor : names(one.require("predictor", "lambda_max"))) {
        for (String outcome : names(one.require("outcome", "gap"))) {
          refuseItself(one, predictor, outcome);
          all.add(new Agreement(predictor, outcome));
        }
      }
    }
    return all;
  }

  private List<Score> scores(YamlNode block) {
    List<Score> all = new ArrayList<>();
    block
        .mapping()
        .entries()
        .forEach(
            (name, node) -> {
              YamlMapping one = node.mapping().only(List.of("weights", "outcome"));
              Map<String, Double> weights = new LinkedHashMap<>();
              YamlMapping said = one.require("weights", "{lambda_init: 0.3}").mapping();
              said.entries()
                  .forEach(
                      (quantity, weight) ->
                          weights.put(
                              quantities.mention(word(said, quantity)), weight.scalar().number()));
              if (weights.isEmpty()) {
                throw said.wrong("at least one quantity with its weight");
              }
              all.add(
                  new Score(
                      name, weights, quantities.mention(one.require("outcome", "gap").scalar())));
            });
    return all;
  }

  private static YamlScalar word(YamlMapping block, String key) {
    return new YamlScalar(block.key(), block.place(key), YamlScalar.Kind.TEXT, key);
  }

  private List<Ranking> rankings(YamlNode block) {
    List<Ranking> all = new ArrayList<>();
    for (YamlNode item : block.sequence().items()) {
      YamlMapping one = item.mapping().only(List.of("score", "outcome", "ascending"));
      boolean ascending = one.value("ascending").map(YamlScalar::truth).orElse(true);
      for (String score : names(one.require("score", "lambda_init"))) {
        for (String outcome : names(one.require("outcome", "test_loss"))) {
          refuseItself(one, score, outcome);
          all.add(new Ranking(score, outcome, ascending));
        }
      }
    }
    return all;
  }

  private List<String> names(YamlNode node) {
    List<YamlNode> items = node instanceof YamlSequence list ? list.items() : List.of(node);
    if (items.isEmpty()) {
      throw node.wrong("at least one quantity");
    }
    return items.stream().map(item -> quantities.mention(item.scalar())).toList();
  }

  private static void refuseItself(YamlMapping item, String one, String other) {
    if (one.equals(other)) {
      throw YamlNode.error(
          item.place(), "two different quantities", "'" + one + "' twice", "replace one of them");
    }
  }
}
