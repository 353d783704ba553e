package org.thalweg.study.claim;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Several rules, all of which must hold. Their parts are corrected together.
 *
 * @param rules at least one
 */
public record AllOf(List<DecisionRule> rules) implements DecisionRule {
  public AllOf {
    rules = List.copyOf(rules);
  }

  @Override
  public String describe() {
    return rules.stream().map(DecisionRule::describe).collect(Collectors.joining("; and "));
  }

  @Override
  public Set<String> quantities() {
    return rules.stream()
        .flatMap(rule -> rule.quantities().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public List<Part> parts(Evaluation evaluation) {
    return rules.stream().flatMap(rule -> rule.parts(evaluation).stream()).toList();
  }
}
