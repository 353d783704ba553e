package org.thalweg.linalg;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.random.RandomStream;
import org.thalweg.result.Estimate;
import org.thalweg.result.Outcome;
import org.thalweg.result.TraceEstimate;

/**
 * XTrace: with AΩ = QR for m probes Ω, each probe ωᵢ is set against the sketch Qᵢ by all others.
 * The estimate of tr A is the mean of tr(QᵢᵀAQᵢ) + ωᵢᵀ(I − QᵢQᵢᵀ)A(I − QᵢQᵢᵀ)ωᵢ, its error comes
 * from their spread. QᵢQᵢᵀ = Q(I − sᵢsᵢᵀ)Qᵀ, where sᵢ is the normalised i-th column of R⁻ᵀ, so that
 * everything happens in m×m matrices. Frobenius norm and parts are the plain means over the probes.
 */
final class ExchangeableTrace implements AutoCloseable {
  private static final double GROWTH = 1.5;

  /**
   * The estimates share their sketches, so their spread shows too little of their common error:
   * between 1.0 and 1.35 times too little for spectra of networks.
   */
  private static final double CORRELATION = 1.5;

  private static final double ROUNDOFFS = 16;

  private final CountedProducts products;
  private final EstimationOptions options;
  private final TraceObservations observed;
  private final int most;
  private final List<Vector> basis = new ArrayList<>();
  private final double[][] r;
  private final double[][] h;
  private final double[] quadratic;
  private boolean exhausted;

  ExchangeableTrace(
      CountedProducts products, EstimationOptions options, TraceObservations observed) {
    this.products = products;
    this.options = options;
    this.observed = observed;
    this.most = Math.min(options.maxProbes(), products.space().dimension());
    this.r = new double[most][most];
    this.h = new double[most][most];
    this.quadratic = new double[most];
  }

  TraceEstimate estimate() {
    Estimate trace = Estimate.missing(0, Outcome.BUDGET_EXHAUSTED);
    int goal = Math.min(options.minProbes(), most);
    boolean going = true;
    while (going) {
      while (going && basis.size() < goal && !exhausted) {
        going = add(Math.min(products.together(), goal - basis.size()));
      }
      exhausted |= basis.size() == products.space().dimension();
      trace = exhausted && going ? exact() : leaveOneOut();
      boolean enough = trace.outcome() == Outcome.CONVERGED;
      going &= !enough && !exhausted && goal < most;
      goal = (int) Math.min(most, Math.ceil(GROWTH * goal));
    }
    TraceEstimate rest = SketchedTrace.result(TraceMethod.XTRACE, observed, products);
    return new TraceEstimate(
        rest.method(),
        SketchedTrace.ended(trace, products.outcome()),
        rest.frobeniusNorm(),
        rest.byTensor(),
        rest.products());
  }

  /** So many probes more, if nothing comes between; false if it has to end. */
  private boolean add(int count) {
    int first = basis.size();
    try (VectorBlock omegas = VectorBlock.of(count, i -> probe(first + i));
        VectorBlock images = VectorBlock.zeros(products.space(), count)) {
      if (!products.applyAll(omegas.vectors(), images.vectors())) {
        return false;
      }
      for (int i = 0; i < count && !exhausted; i++) {
        extend(omegas.vectors().get(i), images.vectors().get(i));
      }
    }
    return project(first);
  }

  /** Extends the basis by the part of Aω that lies outside. */
  private void extend(Vector omega, Vector image) {
    int i = basis.size();
    double before = image.norm();
    double dot = omega.dot(image);
    observed.observe(dot, before * before);
    if (observed.hasGroups()) {
      observed.observeParts(omega.toArray(), image.toArray());
    }
    double[] column = Orthogonalisation.remove(image, basis);
    double outside = image.norm();
    if (!(outside > 64 * products.space().precision().unitRoundoff() * before)) {
      exhausted = true;
      return;
    }
    image.scale(1 / outside);
    Orthogonalisation.remove(image, basis);
    basis.add(image.scale(1 / image.norm()).copy());
    quadratic[i] = dot;
    for (int j = 0; j <= i; j++) {
      r[j][i] = j < i ? column[j] : outside;
    }
  }

  /** QᵀAQ for the basis vectors from here on; without the products they are taken back. */
  private boolean project(int first) {
    List<Vector> fresh = basis.subList(first, basis.size());
    try (VectorBlock images = VectorBlock.zeros(products.space(), fresh.size())) {
      if (!products.applyAll(fresh, images.vectors())) {
        fresh.forEach(Vector::close);
        fresh.clear();
        return false;
      }
      for (int i = first; i < basis.size(); i++) {
        for (int j = 0; j <= i; j++) {
          h[j][i] = basis.get(j).dot(images.vectors().get(i - first));
          h[i][j] = h[j][i];
        }
      }
      return true;
    }
  }

  /** The basis spans the range of A: nothing is left to chance. */
  private Estimate exact() {
    double sizes = 0;
    for (int i = 0; i < basis.size(); i++) {
      sizes += Math.abs(h[i][i]);
    }
    double roundoff = ROUNDOFFS * products.space().precision().unitRoundoff() * sizes;
    double value = traceOfH();
    return SampleMean.of(
        value,
        roundoff,
        value - 2 * roundoff,
        value + 2 * roundoff,
        observed.probes(),
        options.relativeError());
  }

  private Estimate leaveOneOut() {
    int m = basis.size();
    if (m < 2) {
      return Estimate.missing(m, Outcome.BUDGET_EXHAUSTED);
    }
    double[] estimates = new double[m];
    double mean = 0;
    double whole = traceOfH();
    for (int i = 0; i < m; i++) {
      double[] s = normalisedColumn(i, m);
      double[] c = coefficients(i);
      double along = dot(s, c);
      for (int j = 0; j < m; j++) {
        c[j] -= along * s[j];
      }
      double cross = 0;
      for (int j = 0; j <= i; j++) {
        cross += r[j][i] * c[j];
      }
      estimates[i] = whole - form(s) + quadratic[i] - 2 * cross + form(c);
      mean += estimates[i] / m;
    }
    double squares = 0;
    for (double estimate : estimates) {
      squares += (estimate - mean) * (estimate - mean);
    }
    double error = CORRELATION * Math.sqrt(squares / (m * (m - 1.0)));
    double half = error * SampleMean.quantile(m);
    return SampleMean.of(mean, error, mean - half, mean + half, m, options.relativeError());
  }

  /** Normal rather than signs: a few vectors of signs may depend on each other, and A seem done. */
  private Vector probe(int i) {
    RandomStream random = RandomStream.of(options.seed(), "normal trace probe", i);
    return products.space().of(random.gaussians(products.space().dimension()));
  }

  /** Qᵀωᵢ, the probe being made again. */
  private double[] coefficients(int i) {
    try (Vector omega = probe(i)) {
      return basis.stream().mapToDouble(q -> q.dot(omega)).toArray();
    }
  }

  /** The solution of Rᵀs = eᵢ, normalised: forward substitution. */
  private double[] normalisedColumn(int i, int m) {
    double[] s = new double[m];
    double squares = 0;
    for (int j = i; j < m; j++) {
      double sum = j == i ? 1 : 0;
      for (int k = i; k < j; k++) {
        sum -= r[k][j] * s[k];
      }
      s[j] = sum / r[j][j];
      squares += s[j] * s[j];
    }
    for (int j = i; j < m; j++) {
      s[j] /= Math.sqrt(squares);
    }
    return s;
  }

  private double traceOfH() {
    double sum = 0;
    for (int i = 0; i < basis.size(); i++) {
      sum += h[i][i];
    }
    return sum;
  }

  private double form(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        sum += x[i] * h[i][j] * x[j];
      }
    }
    return sum;
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  @Override
  public void close() {
    basis.forEach(Vector::close);
  }
}
