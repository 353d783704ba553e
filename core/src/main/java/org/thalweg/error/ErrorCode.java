package org.thalweg.error;

/**
 * The catalogue of errors. A code never changes its meaning; a retired code is never used again.
 *
 * <p>The first digit says where the cause lies: 1 usage, 2 data, 3 networks and weights, 4 numbers,
 * 5 files and run folders, 6 the machine, 9 a defect in Thalweg.
 */
public enum ErrorCode {
  INVALID_OPTION("TW-1001", Kind.USAGE, "an option has a value that cannot be used"),
  UNKNOWN_NAME("TW-1002", Kind.USAGE, "nothing is known by that name"),
  CONFLICTING_OPTIONS("TW-1003", Kind.USAGE, "two options exclude each other"),
  DIMENSION_MISMATCH("TW-1004", Kind.USAGE, "two things that must fit have different sizes"),
  STUDY_FILE("TW-1005", Kind.USAGE, "a file that describes a study or claims is wrong"),

  UNKNOWN_DATA("TW-2001", Kind.USAGE, "there is no data set of that name"),
  DATA_CORRUPT("TW-2002", Kind.FAILURE, "a data file is damaged"),
  DATA_FORMAT("TW-2003", Kind.FAILURE, "a data file does not have the format it claims"),
  DATA_UNREACHABLE("TW-2004", Kind.FAILURE, "a data file could not be downloaded"),

  UNKNOWN_NETWORK("TW-3001", Kind.USAGE, "there is no network of that description"),
  WEIGHTS_MISMATCH("TW-3002", Kind.FAILURE, "the weights do not fit the network"),
  WEIGHTS_NOT_FINITE("TW-3003", Kind.FAILURE, "the weights contain NaN or infinity"),
  INVALID_LAYOUT("TW-3004", Kind.USAGE, "the parameters are not divided into tensors soundly"),
  NETWORK_FILE("TW-3005", Kind.FAILURE, "a file is not a network that can be read"),
  NETWORK_FAILED("TW-3006", Kind.FAILURE, "a network could not be evaluated"),

  NOT_DETERMINISTIC("TW-4001", Kind.FAILURE, "two passes over the same data disagree"),
  NOT_FINITE("TW-4002", Kind.FAILURE, "a value that must be finite is not"),
  HESSIAN_UNSOUND("TW-4003", Kind.FAILURE, "the second derivatives of a network are wrong"),
  NOT_APPLICABLE("TW-4004", Kind.FAILURE, "a measurement does not apply to this model"),

  FILE_NOT_FOUND("TW-5001", Kind.FAILURE, "a file or folder does not exist"),
  FILE_EXISTS("TW-5002", Kind.FAILURE, "a file or folder is in the way"),
  FILE_NOT_WRITABLE("TW-5003", Kind.FAILURE, "a file or folder cannot be written"),
  FILE_NOT_READABLE("TW-5004", Kind.FAILURE, "a file or folder cannot be read"),
  DISK_FULL("TW-5005", Kind.FAILURE, "the disk is full"),
  RUN_FOLDER_INVALID("TW-5006", Kind.FAILURE, "a folder is not a run folder that can be used"),
  RUN_FOLDER_BUSY("TW-5007", Kind.FAILURE, "another process is writing to this run folder"),

  NATIVE_LIBRARY("TW-6001", Kind.FAILURE, "libtorch could not be loaded"),
  OUT_OF_MEMORY("TW-6002", Kind.FAILURE, "there is not enough memory"),
  CANCELLED("TW-6003", Kind.FAILURE, "the work was cancelled"),
  TOOL_MISSING("TW-6004", Kind.FAILURE, "a tool that Thalweg needs is missing or too old"),
  BUILD_FAILED("TW-6005", Kind.FAILURE, "Thalweg could not be built"),
  FONTS_MISSING("TW-6006", Kind.FAILURE, "there is no font to write with"),

  INTERNAL("TW-9001", Kind.FAILURE, "a defect in Thalweg");

  /** Who has to act: whoever typed the command, or whoever looks after the data or machine. */
  public enum Kind {
    /** The request itself cannot be carried out; the command line exits with 2. */
    USAGE,
    /** The request was sound and failed; the command line exits with 1. */
    FAILURE
  }

  private final String id;
  private final Kind kind;
  private final String summary;

  ErrorCode(String id, Kind kind, String summary) {
    this.id = id;
    this.kind = kind;
    this.summary = summary;
  }

  public String id() {
    return id;
  }

  public Kind kind() {
    return kind;
  }

  public String summary() {
    return summary;
  }
}
