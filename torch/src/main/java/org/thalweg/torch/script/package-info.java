/**
 * Networks that Thalweg did not define: TorchScript files as functions of their parameters. May use
 * {@code torch.engine}, {@code torch.network}, {@code torch.objective} and what these use.
 */
@NullMarked
package org.thalweg.torch.script;

import org.jspecify.annotations.NullMarked;
