package org.thalweg.study.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A study at one scale: everything that is decided before the first training.
 *
 * @param name e.g. {@code r1-architectures}
 * @param title one line
 * @param question what it is to find out, a sentence or two
 * @param source where the question comes from, e.g. {@code R1}
 * @param scale at which it was read
 * @param factors the axes of the design
 * @param cells the combinations that are trained
 * @param seeds the same in every cell, so that cells can be compared seed by seed
 * @param probes what every trial is measured with
 * @param pairs what is measured between trials of one cell
 * @param quantities numbers of trials and pairs
 * @param series numbers over training
 * @param pictures names of slice, surface and trajectory probes shown side by side on common scales
 * @param analysis what is asked of the numbers
 * @param text the file, byte for byte, as a record of what was asked
 */
public record Study(
    String name,
    String title,
    String question,
    String source,
    Scale scale,
    List<Factor> factors,
    List<Cell> cells,
    List<Long> seeds,
    List<ProbePlan> probes,
    List<PairPlan> pairs,
    List<Quantity> quantities,
    List<SeriesPlan> series,
    List<String> pictures,
    AnalysisPlan analysis,
    String text) {
  public Study {
    factors = List.copyOf(factors);
    cells = List.copyOf(cells);
    seeds = List.copyOf(seeds);
    probes = List.copyOf(probes);
    pairs = List.copyOf(pairs);
    quantities = List.copyOf(quantities);
    series = List.copyOf(series);
    pictures = List.copyOf(pictures);
  }

  /** The factor of that name. */
  public Optional<Factor> factor(String name) {
    return factors.stream().filter(factor -> factor.name().equals(name)).findFirst();
  }

  /** The quantity of that name. */
  public Optional<Quantity> quantity(String name) {
    return quantities.stream().filter(quantity -> quantity.name().equals(name)).findFirst();
  }

  /** The same study with other seeds. */
  public Study withSeeds(List<Long> others) {
    return new Study(
        name,
        title,
        question,
        source,
        scale,
        factors,
        cells,
        others,
        probes,
        pairs,
        quantities,
        series,
        pictures,
        analysis,
        text);
  }

  /** Every trial: seed by seed, so that an unfinished study has whole blocks. */
  public List<Trial> trials() {
    List<Trial> trials = new ArrayList<>();
    for (long seed : seeds) {
      for (Cell cell : cells) {
        trials.add(new Trial(TrialIdentity.of(cell.training(), seed), cell, seed));
      }
    }
    return List.copyOf(trials);
  }
}
