/**
 * What tests of every module share: contracts for interfaces, comparators, golden cases, a slow
 * dense reference.
 */
@NullMarked
package org.thalweg.testkit;

import org.jspecify.annotations.NullMarked;
