package org.thalweg.app.request;

/** A question about data sets. */
public sealed interface DataRequest {
  /** Which data sets are known by name. */
  record ListAll() implements DataRequest {}

  /**
   * Shape, classes, splits and hash of one.
   *
   * @param data name or description, e.g. {@code mnist}
   */
  record Describe(String data) implements DataRequest {}

  /**
   * Brings the files of a named set to this machine.
   *
   * @param data name, e.g. {@code fashion-mnist}
   */
  record Fetch(String data) implements DataRequest {}
}
