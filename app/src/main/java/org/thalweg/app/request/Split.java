package org.thalweg.app.request;

/** Which half of a data set is meant. */
public enum Split {
  TRAIN,
  TEST
}
