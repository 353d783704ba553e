/**
 * One self-contained HTML page of a study: its question, design, numbers, pictures and the claims
 * it decides. May use {@code report}, {@code store}, {@code figure}, {@code result}, {@code
 * provenance}, {@code statistics}, {@code study.design}, {@code study.observation}, {@code
 * study.analysis}, {@code study.claim}, {@code error}.
 */
@NullMarked
package org.thalweg.report.study;

import org.jspecify.annotations.NullMarked;
