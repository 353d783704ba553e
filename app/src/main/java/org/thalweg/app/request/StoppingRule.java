package org.thalweg.app.request;

/** When a training ends. */
public sealed interface StoppingRule {
  /** After a fixed number of passes over the training split; 0 keeps the initial weights. */
  record Epochs(int count) implements StoppingRule {
    public Epochs {
      Checks.atLeast("--epochs", 0, count);
    }
  }

  /**
   * When the test accuracy, looked at after every epoch, reaches a value.
   *
   * @param accuracy in (0, 1]
   * @param atMostEpochs the limit after which the training ends anyway
   */
  record UntilAccuracy(double accuracy, int atMostEpochs) implements StoppingRule {
    /** The limit when none is given. */
    public static final int MOST_EPOCHS = 100;

    public UntilAccuracy {
      Checks.require(
          accuracy > 0 && accuracy <= 1,
          "--until-accuracy",
          "a fraction greater than 0 and at most 1, e.g. 0.975",
          Double.toString(accuracy));
      Checks.atLeast("--epochs", 1, atMostEpochs);
    }
  }

  StoppingRule DEFAULT = new Epochs(5);
}
