package org.thalweg.study.observation;

import org.thalweg.result.Values;

/**
 * A number over the course of one training.
 *
 * @param trial its id
 * @param name of the series plan
 * @param epoch passes over the data
 * @param value at each of them
 */
public record Series(String trial, String name, Values epoch, Values value) {}
