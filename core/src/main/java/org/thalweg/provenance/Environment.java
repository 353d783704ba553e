package org.thalweg.provenance;

/**
 * The machine and libraries behind a result.
 *
 * @param java version and vendor
 * @param operatingSystem name, version and architecture
 * @param processor model name as the system tells it, or the architecture
 * @param cores processors available to the JVM
 * @param libtorch version, or empty when no tensors were involved
 * @param workers worker threads used
 * @param precision {@code "float32"} or {@code "float64"}
 */
public record Environment(
    String java,
    String operatingSystem,
    String processor,
    int cores,
    String libtorch,
    int workers,
    String precision) {}
