package org.thalweg.study.claim;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which of two contradictory claims the data favour: in each study the one whose verdict is better
 * (supported, then undecided, then contradicted), and of two that are equally good neither. A claim
 * that a study did not measure can only gain by the other's failing, which proves nothing: there
 * the other one is favoured if it is supported.
 */
final class Adjudications {
  private final List<ClaimVerdict> verdicts;

  private Adjudications(List<ClaimVerdict> verdicts) {
    this.verdicts = verdicts;
  }

  static List<Adjudication> of(List<Claim> claims, List<ClaimVerdict> verdicts) {
    Adjudications adjudications = new Adjudications(verdicts);
    Set<Set<String>> done = new LinkedHashSet<>();
    List<Adjudication> all = new ArrayList<>();
    for (Claim claim : claims) {
      for (String other : claim.contradicts()) {
        if (done.add(Set.of(claim.id(), other))) {
          all.add(adjudications.between(claim.id(), other));
        }
      }
    }
    return all;
  }

  private Adjudication between(String first, String second) {
    List<Occasion> occasions =
        verdicts.stream()
            .filter(verdict -> verdict.verdict() != Verdict.NOT_MEASURED)
            .filter(verdict -> Set.of(first, second).contains(verdict.claim().id()))
            .map(verdict -> new Occasion(verdict.study(), verdict.conditions()))
            .distinct()
            .toList();
    List<Adjudication.Case> cases = new ArrayList<>();
    List<String> sentences = new ArrayList<>();
    for (Occasion occasion : occasions) {
      Optional<ClaimVerdict> one = find(first, occasion);
      Optional<ClaimVerdict> other = find(second, occasion);
      Verdict a = one.map(ClaimVerdict::verdict).orElse(Verdict.NOT_MEASURED);
      Verdict b = other.map(ClaimVerdict::verdict).orElse(Verdict.NOT_MEASURED);
      int order = Integer.compare(rank(a, b), rank(b, a));
      String favoured = order > 0 ? first : order < 0 ? second : "";
      cases.add(new Adjudication.Case(occasion.study, occasion.conditions, a, b, favoured));
      sentences.add(
          sentence(
              occasion,
              first + " is " + a.text() + " and " + second + " is " + b.text(),
              favoured,
              one.or(() -> other)));
    }
    return conclude(first, second, cases, sentences);
  }

  private Optional<ClaimVerdict> find(String id, Occasion occasion) {
    return verdicts.stream()
        .filter(verdict -> verdict.claim().id().equals(id))
        .filter(verdict -> verdict.study().equals(occasion.study))
        .filter(verdict -> verdict.conditions().equals(occasion.conditions))
        .findFirst();
  }

  private static int rank(Verdict verdict, Verdict other) {
    return switch (verdict) {
      case SUPPORTED -> 3;
      case UNDECIDED -> 2;
      case CONTRADICTED -> 1;
      // As good as one that is not supported, so that neither is favoured.
      case NOT_MEASURED -> other == Verdict.UNDECIDED ? 2 : 1;
    };
  }

  private static String sentence(
      Occasion occasion, String verdicts, String favoured, Optional<ClaimVerdict> reason) {
    String outcome = favoured.isEmpty() ? "which favours neither" : "which favours " + favoured;
    String why = reason.map(verdict -> " (" + verdict.why() + ")").orElse("");
    return "In %s (%s) %s, %s%s."
        .formatted(occasion.study, occasion.conditions, verdicts, outcome, why);
  }

  private static Adjudication conclude(
      String first, String second, List<Adjudication.Case> cases, List<String> sentences) {
    Set<String> favoured =
        cases.stream()
            .map(Adjudication.Case::favoured)
            .filter(id -> !id.isEmpty())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    boolean bothFail =
        cases.stream()
            .anyMatch(
                one -> one.first() == Verdict.CONTRADICTED && one.second() == Verdict.CONTRADICTED);
    String conclusion;
    if (cases.isEmpty()) {
      conclusion = "Neither " + first + " nor " + second + " has been measured.";
    } else if (favoured.size() == 1) {
      conclusion = "The data favour " + favoured.iterator().next() + ".";
    } else if (favoured.size() > 1) {
      conclusion = "It depends on the conditions.";
    } else {
      conclusion = bothFail ? "The data contradict both." : "The data do not decide between them.";
    }
    sentences.add(conclusion);
    return new Adjudication(
        first,
        second,
        favoured.size() == 1 ? favoured.iterator().next() : "",
        cases,
        String.join(" ", sentences));
  }

  /** One study under its conditions. */
  private record Occasion(String study, String conditions) {}
}
