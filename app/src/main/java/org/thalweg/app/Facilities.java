package org.thalweg.app;

import org.thalweg.store.Durability;

/**
 * With what work is done that decides its speed and never its results.
 *
 * @param data where data sets come from
 * @param checkpointSeconds between two checkpoints of a training at least; 0: each that is due. A
 *     killed training does so much again
 * @param durability of the files in run folders
 */
public record Facilities(DatasetSource data, double checkpointSeconds, Durability durability) {
  /** For a single piece of work: data read anew, every checkpoint, files that survive anything. */
  public static Facilities usual() {
    return new Facilities(DatasetSource.fresh(), 0, Durability.MACHINE);
  }
}
