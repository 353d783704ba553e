package org.thalweg.study.simulation;

import org.thalweg.random.RandomStream;

/** Shapes of noise, each with mean 0 and variance 1. */
enum Noise {
  NORMAL("normal") {
    @Override
    double shape(double z) {
      return z;
    }
  },
  /** Log-normal with σ = 1: skewness 6.2. */
  SKEWED("log-normal") {
    @Override
    double shape(double z) {
      return (Math.exp(z) - Math.exp(0.5)) / Math.sqrt((Math.E - 1) * Math.E);
    }
  };

  private final String text;

  Noise(String text) {
    this.text = text;
  }

  /** Of a standard normal variate. */
  abstract double shape(double z);

  double draw(RandomStream random) {
    return shape(random.gaussian());
  }

  String text() {
    return text;
  }
}
