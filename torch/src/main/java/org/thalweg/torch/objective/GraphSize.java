package org.thalweg.torch.objective;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.EdgeVector;
import org.bytedeco.pytorch.InputMetadata;
import org.bytedeco.pytorch.Node;
import org.bytedeco.pytorch.SymIntArrayRef;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/**
 * An estimate of the memory that an autograd graph holds: every result of a recorded operation,
 * counted once. Results that nobody saved are counted too, and buffers beside the results are not;
 * the two roughly balance.
 */
final class GraphSize {
  private GraphSize() {}

  static long bytes(TensorVector roots) {
    try (PointerScope scope = new PointerScope()) {
      Deque<Node> open = new ArrayDeque<>();
      Set<Long> seen = new HashSet<>();
      long bytes = 0;
      for (int i = 0; i < roots.size(); i++) {
        Tensor root = roots.get(i);
        if (root.defined() && root.requires_grad()) {
          visit(root.grad_fn(), open, seen);
        }
      }
      while (!open.isEmpty()) {
        Node node = open.pop();
        for (int i = 0; i < node.num_inputs(); i++) {
          bytes += bytes(node.input_metadata(i));
        }
        EdgeVector edges = node.next_edges();
        for (int i = 0; i < edges.size(); i++) {
          if (edges.get(i).is_valid()) {
            visit(edges.get(i).function(), open, seen);
          }
        }
      }
      return bytes;
    }
  }

  private static void visit(Node node, Deque<Node> open, Set<Long> seen) {
    if (!node.isNull() && seen.add(node.address())) {
      open.push(node);
    }
  }

  private static long bytes(InputMetadata result) {
    SymIntArrayRef shape = result.shape_as_dim_vector();
    long bytes = result.dtype().itemsize();
    for (int i = 0; i < shape.size(); i++) {
      bytes *= shape.get(i).expect_int();
    }
    return bytes;
  }
}
