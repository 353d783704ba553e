package org.thalweg.report;

import java.util.List;

/** What a reader should know about measures of flatness, of volume, and bounds. */
final class FlatnessWords {
  private static final List<NumberWords> ALL =
      List.of(
          new NumberWords(
              "fisher-rao",
              "How strongly the answers of the network change with the length of its weights,"
                  + " averaged over the answers it gives itself; rescaling layers does not change it.",
              "It says how far the answers are from zero, not how the loss bends: near 0 where the"
                  + " network is certain of its answers, however sharp the minimum is."),
          new NumberWords(
              "fisher-rao-empirical",
              "The same with the given answers: the mean square of the slope of each sample's loss"
                  + " along the weights; rescaling layers does not change it.",
              "It goes to 0 with the loss, whatever the shape of the minimum, and a few badly fitted"
                  + " samples may make up most of it."),
          new NumberWords(
              "relative-flatness",
              "The curvature of the loss in the last layer, weighted by the size of its weights: the"
                  + " smaller, the flatter. Rescaling whole layers does not change it.",
              "It sees one layer only. Away from a minimum curvatures of both signs cancel. It does"
                  + " change when the units of a layer are rescaled by different factors."),
          new NumberWords(
              "pac-bayes-sigma",
              "The strongest Gaussian noise on all weights at which the mean loss rises by no more"
                  + " than the target: the larger, the flatter. 1/σ² is a sharpness.",
              "Where the loss rises and falls again there are several such σ; marked as exhausted, it"
                  + " is only a lower bound. "
                  + SharpnessWords.RESCALED),
          new NumberWords(
              "adaptive-pac-bayes-sigma",
              "The same with noise in proportion to the size of each weight; rescaling layers does"
                  + " not change it.",
              "Weights that are 0 get no noise, so a network with many of them looks flatter."),
          new NumberWords(
              "pac-bayes-sigma-accuracy",
              "The strongest Gaussian noise on all weights at which the accuracy drops by no more"
                  + " than the target.",
              "Steps of 1/N of the accuracy make it coarse for few samples. Not the same number as"
                  + " for a rise of the loss. "
                  + SharpnessWords.RESCALED),
          new NumberWords(
              "pac-bayes-bound",
              "A bound on how much worse the network with Gaussian noise on its weights is on new"
                  + " data than the trained one on its own: a complexity and a sharpness term.",
              "Vacuous where errorBound is 1 or more (vacuous is 1), as it nearly always is: then it"
                  + " promises nothing and serves only to compare runs. No guarantee either for a loss"
                  + " beyond 1 (bounded is 0) or for samples not trained on. "
                  + SharpnessWords.RESCALED),
          new NumberWords(
              "pac-bayes-bound-simplified",
              "The same without the term for the probability with which it holds, in units of the"
                  + " loss.",
              "It is not a bound on anything; it is here because a report uses it. "
                  + SharpnessWords.RESCALED),
          new NumberWords(
              "entropy-weights",
              "How evenly exp(−L/T) is spread over random points near the weights: the logarithm of"
                  + " the number of points where the loss is flat, 0 where one point has it all.",
              "It depends on the number of points, the radius and T; with T far above the spread of"
                  + " the losses every network looks flat. "
                  + SharpnessWords.RESCALED),
          new NumberWords(
              "entropy-histogram",
              "The entropy of a histogram of losses at random points near the weights.",
              "It depends on the bins, and these widen with the spread of the losses: it tells the"
                  + " shape of their distribution, not how flat the loss is. Look at"
                  + " differentialEntropy, which is lower where the loss is flatter. "
                  + SharpnessWords.RESCALED),
          new NumberWords(
              "entropy-sgd",
              "The logarithm of the volume of exp(−L) under a Gaussian window around the weights: the"
                  + " higher, the deeper and wider the valley.",
              "A constant that grows with the number of weights is nearly all of it: compare rise"
                  + " instead. Marked as exhausted, a few of the draws carry the whole value. "
                  + SharpnessWords.RESCALED),
          new NumberWords(
              "basin-width",
              "How far one can go to both sides in random directions, as long as the weights, before"
                  + " the loss has risen by the given amount. Rescaling whole layers does not change"
                  + " it.",
              "Random directions all but never meet the few sharp ones. Marked as exhausted, the loss"
                  + " stayed below the level to the end of the range in some of them."),
          new NumberWords(
              "learning-coefficient",
              "How fast the volume of low loss around the weights shrinks with the level: half the"
                  + " number of weights where every direction is curved, less where the minimum is"
                  + " degenerate.",
              "Negative: the weights are at no minimum and the number means nothing. Marked as"
                  + " exhausted, the chains had not settled, went below the start or exceeded half the"
                  + " number of weights. It depends on the step size, γ and the length of the chains. "
                  + SharpnessWords.RESCALED));

  private FlatnessWords() {}

  static List<NumberWords> all() {
    return ALL;
  }
}
