package org.thalweg.symmetry;

import java.util.List;
import org.thalweg.result.Outcome;

/**
 * How one network was brought into the order of another.
 *
 * @param permutations for each group of units the order that the moving network takes
 * @param innerProductBefore ⟨θ_A, θ_B⟩
 * @param innerProductAfter ⟨θ_A, π(θ_B)⟩
 * @param distanceBefore ‖θ_A − θ_B‖₂
 * @param distanceAfter ‖θ_A − π(θ_B)‖₂
 * @param moved units that are no longer where they were, over all groups
 * @param units of all groups
 * @param starts searches that were made; the best of them is this
 * @param agreeing how many of them reached the same inner product to nine digits: few mean that a
 *     better order may exist
 * @param sweeps visits of all groups that the best search made
 * @param outcome {@code CONVERGED} if no group could improve by itself, {@code BUDGET_EXHAUSTED} if
 *     sweeps ran out, {@code CANCELLED} if someone stopped it; the permutations are sound in all
 *     cases
 */
public record Alignment(
    List<Permutation> permutations,
    double innerProductBefore,
    double innerProductAfter,
    double distanceBefore,
    double distanceAfter,
    int moved,
    int units,
    int starts,
    int agreeing,
    int sweeps,
    Outcome outcome) {
  public Alignment {
    permutations = List.copyOf(permutations);
  }
}
