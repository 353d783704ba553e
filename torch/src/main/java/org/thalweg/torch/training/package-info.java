/**
 * Training: optimizers on the flat vector, schedules, records, checkpoints. May use everything in
 * torch but {@code torch.script}, and {@code data}, {@code result}, {@code execution}.
 */
@NullMarked
package org.thalweg.torch.training;

import org.jspecify.annotations.NullMarked;
