/** Programs of the README, which shows them word for word; run by {@code ExamplesTest}. */
@NullMarked
package org.thalweg.it.example;

import org.jspecify.annotations.NullMarked;
