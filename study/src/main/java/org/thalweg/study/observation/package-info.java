/**
 * What the trials of a study gave: tables of quantities and series over training. May use {@code
 * study.design}, {@code result}, {@code error}.
 */
@NullMarked
package org.thalweg.study.observation;

import org.jspecify.annotations.NullMarked;
