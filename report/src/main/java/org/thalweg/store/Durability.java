package org.thalweg.store;

/** What the files of a run folder survive. */
public enum Durability {
  /** The end of the machine: each file is brought to the disk before anything refers to it. */
  MACHINE,
  /**
   * The end of the process at any moment. A machine that loses its power may lose what was written
   * since {@link RunFolder#settle}. Saves a few milliseconds for each file, which is most of the
   * time of a tiny training.
   */
  PROCESS
}
