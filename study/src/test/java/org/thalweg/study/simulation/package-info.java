/**
 * Simulated studies with known effects: how often intervals cover, how often verdicts are wrong.
 */
@NullMarked
package org.thalweg.study.simulation;

import org.jspecify.annotations.NullMarked;
