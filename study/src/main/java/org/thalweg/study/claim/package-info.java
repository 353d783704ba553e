/**
 * Claims as data: a rule that is stated before looking, and the verdict that observations give. May
 * use {@code study.design}, {@code study.observation}, {@code study.analysis}, {@code statistics},
 * {@code random}, {@code error}.
 */
@NullMarked
package org.thalweg.study.claim;

import org.jspecify.annotations.NullMarked;
