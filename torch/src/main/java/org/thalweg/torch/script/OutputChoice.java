package org.thalweg.torch.script;

import org.bytedeco.pytorch.GenericDict;
import org.bytedeco.pytorch.GenericList;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TupleElements;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * Which tensor of a network's answer the loss reads, when there are several.
 *
 * @param text a path of keys and indices with dots between, e.g. {@code logits}, {@code 0} or
 *     {@code out.1}; empty for an answer that is a single tensor
 */
public record OutputChoice(String text) {
  /** For answers that are a single tensor. */
  public static OutputChoice only() {
    return new OutputChoice("");
  }

  /** In the innermost scope. */
  Tensor choose(IValue answer) {
    IValue value = answer;
    if (!text.isEmpty()) {
      for (String step : text.split("\\.", -1)) {
        value = step(value, step);
      }
    } else if (size(value) == 1) {
      value = value.isGenericDict() ? value.toGenericDict().begin().access().value() : value;
      value = value.isTensor() ? value : element(value, 0);
    }
    if (!value.isTensor()) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("an answer that is a tensor, or a choice of one")
          .found(describe(value))
          .next("choose one by key or index, e.g. output=logits or output=0");
    }
    return new Tensor(value.toTensor());
  }

  private IValue step(IValue value, String step) {
    if (value.isGenericDict()) {
      GenericDict dictionary = value.toGenericDict();
      IValue key = new IValue(step);
      if (keyed(dictionary) && dictionary.contains(key)) {
        return dictionary.at(key);
      }
    } else if (step.matches("\\d{1,9}") && Long.parseLong(step) < size(value)) {
      return element(value, Long.parseLong(step));
    }
    throw ThalwegException.of(ErrorCode.INVALID_OPTION)
        .expected("an answer with the element '" + step + "' of '" + text + "'")
        .found(describe(value))
        .next("choose a key or index that exists");
  }

  /** Whether the keys are strings; asking for a key of another type is an error of libtorch. */
  private static boolean keyed(GenericDict dictionary) {
    return !dictionary.empty() && dictionary.begin().access().key().isString();
  }

  private static long size(IValue value) {
    if (value.isTuple()) {
      return value.toTuple().size();
    }
    if (value.isList()) {
      return value.toList().size();
    }
    return value.isGenericDict() ? value.toGenericDict().size() : 0;
  }

  private static IValue element(IValue value, long index) {
    if (value.isTuple()) {
      TupleElements elements = value.toTuple().elements();
      return elements.at(index);
    }
    GenericList list = value.toList();
    return list.get(index);
  }

  private static String describe(IValue value) {
    String kind =
        value.isTuple()
            ? "a tuple"
            : value.isGenericDict() ? "a dictionary" : value.isList() ? "a list" : "";
    return kind.isEmpty()
        ? "a value of kind " + value.tagKind().getString()
        : kind + " of " + size(value) + " elements";
  }
}
