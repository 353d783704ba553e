/**
 * A study carried out: its trials trained and measured, several at once, resumed after a kill, and
 * written down as tables, verdicts and a page. May use everything that {@code app} may, and {@code
 * app} itself.
 */
@NullMarked
package org.thalweg.app.study;

import org.jspecify.annotations.NullMarked;
