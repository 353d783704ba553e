/**
 * What a study is before anything runs: its question, factors, trainings, probes and quantities,
 * read from a YAML file, and the trials that follow. May use {@code error}, {@code random}.
 */
@NullMarked
package org.thalweg.study.design;

import org.jspecify.annotations.NullMarked;
