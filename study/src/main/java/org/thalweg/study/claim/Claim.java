package org.thalweg.study.claim;

import java.util.List;
import org.thalweg.study.design.Place;

/**
 * A statement about landscapes, and the rule by which data decide it, written down before looking.
 *
 * @param id e.g. {@code R1.4}
 * @param text the statement, in a sentence or two
 * @param source where it comes from, e.g. {@code R1}
 * @param reported the numbers it came with; may be empty
 * @param studies names of the studies that can decide it, each under its own conditions
 * @param contradicts ids of claims that cannot be true where this one is
 * @param level of significance of the whole claim, e.g. 0.05, half of it for each direction
 * @param rule by which it is decided
 * @param place where it is written
 */
public record Claim(
    String id,
    String text,
    String source,
    String reported,
    List<String> studies,
    List<String> contradicts,
    double level,
    DecisionRule rule,
    Place place) {
  public Claim {
    studies = List.copyOf(studies);
    contradicts = List.copyOf(contradicts);
  }
}
