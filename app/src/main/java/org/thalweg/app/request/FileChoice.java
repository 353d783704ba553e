package org.thalweg.app.request;

/** What has to be said of a network in a file that a run folder would have recorded. */
public sealed interface FileChoice permits ScriptChoice, CheckpointChoice {
  /** For a loss that fits the targets. */
  String AUTO = "auto";

  /** What the network is evaluated on, as {@code data list} names it. */
  String data();

  /** Name of the loss, a TorchScript file of one's own, or {@code auto}. */
  String loss();
}
