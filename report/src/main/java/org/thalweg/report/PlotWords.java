package org.thalweg.report;

/**
 * One kind of picture of a report, and what a reader should know about it.
 *
 * @param kind the drawing routine of the page's script
 * @param suffix of the figure's name behind the id of its result
 * @param heading a few words
 * @param shows what one sees, in one or two plain sentences
 * @param misleads when it says something else than it seems to
 */
record PlotWords(String kind, String suffix, String heading, String shows, String misleads) {}
