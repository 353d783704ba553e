/**
 * What the observations of a study say: summaries, comparisons, correlations, scores, rankings. May
 * use {@code study.design}, {@code study.observation}, {@code statistics}, {@code random}, {@code
 * error}.
 */
@NullMarked
package org.thalweg.study.analysis;

import org.jspecify.annotations.NullMarked;
