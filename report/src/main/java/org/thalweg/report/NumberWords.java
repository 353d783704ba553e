package org.thalweg.report;

/**
 * What a reader should know about a number.
 *
 * @param name as in the table of numbers
 * @param says what it says, in one or two plain sentences
 * @param misleads when it says something else than it seems to
 */
record NumberWords(String name, String says, String misleads) {}
