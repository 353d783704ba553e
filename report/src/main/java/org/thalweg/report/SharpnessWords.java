package org.thalweg.report;

import java.util.List;
import java.util.stream.Stream;

/** What a reader should know about each measure of sharpness. */
final class SharpnessWords {
  static final String RESCALED =
      "Changes when layers are rescaled against each other, although the network stays the same.";

  private static final List<NumberWords> ALL =
      List.of(
          new NumberWords(
              "ball",
              "The largest rise of the loss that gradient ascent found within the distance ε of the"
                  + " weights. Near a minimum it is about half of ε² times the largest eigenvalue.",
              "A lower bound: ascent may miss the highest point. " + RESCALED),
          new NumberWords(
              "ball-sampled",
              "The largest rise of the loss among random points within the distance ε.",
              "Random points all but never meet the few sharp directions, so the true maximum is"
                  + " usually many times larger; it is negative if every draw went down. "
                  + RESCALED),
          new NumberWords(
              "normalized",
              "The largest rise found by ascent, relative to 1 + L, within a distance that is a"
                  + " fraction of the length of the weights.",
              "The radius grows with the network's weights, whichever layer they are in, so it is not"
                  + " invariant either. "
                  + RESCALED),
          new NumberWords(
              "normalized-sampled",
              "The same among random points only.",
              "Random points all but never meet the few sharp directions. " + RESCALED),
          new NumberWords(
              "gaussian",
              "How much the loss changes, up or down, when independent Gaussian noise is added to"
                  + " every weight.",
              "Away from a minimum it measures the slope instead of the curvature; the noise is as"
                  + " long as σ times the root of the number of weights, so large networks look"
                  + " sharper. "
                  + RESCALED),
          new NumberWords(
              "keskar",
              "The largest rise found by ascent in a box that allows large weights larger moves, in"
                  + " percent of 1 + L.",
              "All weights move at once, so the moves are long in large networks; small weights may"
                  + " move by many times their size. "
                  + RESCALED),
          new NumberWords(
              "keskar-subspace",
              "The same in a random subspace of a few dimensions.",
              "A small random subspace misses the sharp directions; the larger the network, the less"
                  + " it sees. "
                  + RESCALED),
          new NumberWords(
              "sam",
              "The rise of the loss by one step of length ρ along the gradient: what sharpness-aware"
                  + " training lowers.",
              "At a minimum there is no gradient to follow: it is then near 0 however sharp the"
                  + " minimum is. "
                  + RESCALED),
          new NumberWords(
              "asam",
              "The rise of the loss by one gradient step in which every weight moves in proportion to"
                  + " its size; rescaling layers does not change it.",
              "At a minimum it is near 0 however sharp the minimum is; weights that are 0 do not"
                  + " take part."),
          new NumberWords(
              "asam-filter",
              "The same with moves in proportion to the norm of each filter.",
              "At a minimum it is near 0 however sharp the minimum is."),
          new NumberWords(
              "worst-linf",
              "The largest rise found by ascent when every weight may move by at most ρ.",
              "All weights move at once, so the moves are long in large networks. A lower bound. "
                  + RESCALED),
          new NumberWords(
              "adaptive-worst-l2",
              "The largest rise found by ascent within the distance ρ, every weight measured by its"
                  + " own size; rescaling layers does not change it.",
              "A lower bound of the true maximum. Being invariant does not make it predict how well"
                  + " the network generalises: in large studies it mostly does not."),
          new NumberWords(
              "adaptive-worst-linf",
              "The largest rise found by ascent when every weight may change by at most the fraction"
                  + " ρ of itself; rescaling layers does not change it.",
              "A lower bound of the true maximum. Being invariant does not make it predict how well"
                  + " the network generalises."),
          new NumberWords(
              "average-l2",
              "The mean rise of the loss under Gaussian noise on every weight; near a minimum half of"
                  + " ρ² times the trace of the Hessian.",
              "A mean hides the few sharp directions; it is negative where noise lowers the loss. "
                  + RESCALED),
          new NumberWords(
              "average-linf",
              "The mean rise of the loss under uniform noise on every weight.",
              "A mean hides the few sharp directions; it is negative where noise lowers the loss. "
                  + RESCALED),
          new NumberWords(
              "adaptive-average-l2",
              "The mean rise of the loss when every weight is disturbed in proportion to its size;"
                  + " rescaling layers does not change it.",
              "A mean hides the few sharp directions; it is negative where noise lowers the loss."),
          new NumberWords(
              "adaptive-average-linf",
              "The same with uniform instead of Gaussian noise.",
              "A mean hides the few sharp directions; it is negative where noise lowers the loss."));

  private SharpnessWords() {}

  /** The words for these measures, in their order. */
  static List<NumberWords> of(List<String> measures) {
    return measures.stream()
        .flatMap(
            measure ->
                Stream.concat(ALL.stream(), FlatnessWords.all().stream())
                    .filter(words -> words.name().equals(measure)))
        .toList();
  }
}
