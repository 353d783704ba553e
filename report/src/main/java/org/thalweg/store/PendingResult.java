package org.thalweg.store;

/**
 * A result whose points are being evaluated.
 *
 * @param id under which the result is to be stored
 * @param ledger what is known so far; closed by whoever asked for it
 */
public record PendingResult(String id, FileLedger ledger) {}
