package org.thalweg.linalg;

import java.util.List;
import org.thalweg.result.Outcome;
import org.thalweg.result.Quadrature;

/**
 * One Gauss rule for each probe that was finished.
 *
 * @param products products used
 */
public record QuadratureRules(List<Quadrature> rules, int products, Outcome outcome) {
  public QuadratureRules {
    rules = List.copyOf(rules);
  }
}
