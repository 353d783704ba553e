package org.thalweg.report;

/** The questions that a report answers, in the order of the page. */
enum Chapter {
  TRAINING("training", "How it was trained"),
  NEIGHBOURHOOD("neighbourhood", "What lies around it: lines and planes"),
  CURVATURE("curvature", "How it is curved"),
  SHARPNESS("sharpness", "How sharp or flat it is"),
  TRAJECTORY("trajectory", "The road that led here"),
  CONNECTIVITY("connectivity", "How it is connected to others");

  private final String id;
  private final String heading;

  Chapter(String id, String heading) {
    this.id = id;
    this.heading = heading;
  }

  String id() {
    return id;
  }

  String heading() {
    return heading;
  }
}
