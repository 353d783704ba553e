/**
 * What tests of every module share: contracts for interfaces, comparators, golden cases, a slow
 * dense reference.
 *
 * <p>The kit needs {@code core}, so the tests of {@code core} that need the kit live in the test
 * folder of this module, in the package of what they test.
 */
@NullMarked
package org.thalweg.testkit;

import org.jspecify.annotations.NullMarked;
