/** Use cases: what a command does, without a command line. May use everything but {@code cli}. */
@NullMarked
package org.thalweg.app;

import org.jspecify.annotations.NullMarked;
