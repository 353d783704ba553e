package org.thalweg.result;

/**
 * How similar the answers of one layer of two networks are, by linear centred kernel alignment
 * (Kornblith et al. 2019): 1 if they are equal up to rotation and scale.
 *
 * @param layer e.g. {@code "outputs"}
 * @param linearCka with the biased estimate of the Hilbert–Schmidt independence criterion, which
 *     comes near 1 for anything once there are fewer samples than features
 * @param debiasedCka with the unbiased estimate (Song et al. 2012), which is near 0 for independent
 *     answers and may be negative; NaN for fewer than 4 samples
 */
public record LayerSimilarity(String layer, double linearCka, double debiasedCka) {}
