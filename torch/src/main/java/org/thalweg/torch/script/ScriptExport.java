package org.thalweg.torch.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolType;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.QualifiedName;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.Type;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.Precision;
import org.thalweg.parameter.ParameterTensor;
import org.thalweg.torch.engine.FlatParameters;
import org.thalweg.torch.engine.Libtorch;
import org.thalweg.torch.network.Network;

/**
 * A built-in network as a TorchScript file, which PyTorch opens with {@code torch.jit.load} and
 * {@link ScriptNetwork} reads: the same names, shapes and order of parameters, and the raw outputs
 * for a batch of inputs of the network's shape.
 */
public final class ScriptExport {
  private ScriptExport() {}

  /**
   * Writes the network with these weights; the file appears complete or not at all.
   *
   * @param network one of {@link org.thalweg.torch.network.BuiltInNetwork}
   * @param theta in the order of the layout
   * @param precision of the weights in the file
   * @throws ThalwegException {@code FILE_NOT_WRITABLE}
   */
  public static void write(Network network, double[] theta, Precision precision, Path file) {
    Libtorch.load();
    Path draft = file.resolveSibling(file.getFileName() + ".part");
    try (PointerScope scope = new PointerScope();
        FlatParameters parameters = new FlatParameters(network.layout(), precision)) {
      parameters.set(theta);
      JitModule module = module(network, parameters);
      module.save(draft.toString());
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | RuntimeException e) {
      discard(draft, e);
      throw ThalwegException.of(ErrorCode.FILE_NOT_WRITABLE)
          .expected("a file that can be written")
          .found(file + ": " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""))
          .because(e)
          .next("choose another path");
    }
  }

  /** Modules are made whole before they are registered: a type is fixed when it is registered. */
  private static JitModule module(Network network, FlatParameters parameters) {
    Branch root = new Branch();
    for (int i = 0; i < network.layout().tensors().size(); i++) {
      ParameterTensor tensor = network.layout().tensors().get(i);
      root.add(tensor.name(), parameters.views().get(i).clone());
    }
    JitModule module = root.module("Network");
    module.define(ScriptSource.of(network.specification(), network.layout()));
    module.eval();
    return module;
  }

  private static void discard(Path draft, Exception reason) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  /** A module to be: its parameters and its children, in the order of the layout. */
  private static final class Branch {
    private final Map<String, Tensor> parameters = new LinkedHashMap<>();
    private final Map<String, Branch> children = new LinkedHashMap<>();

    void add(String path, Tensor tensor) {
      int dot = path.indexOf('.');
      if (dot < 0) {
        parameters.put(path, tensor);
        return;
      }
      children
          .computeIfAbsent(path.substring(0, dot), name -> new Branch())
          .add(path.substring(dot + 1), tensor);
    }

    JitModule module(String typeName) {
      JitModule module = new JitModule(new QualifiedName("__torch__.thalweg." + typeName));
      parameters.forEach((name, tensor) -> module.register_parameter(name, tensor, false));
      // PyTorch's train() and eval() expect it.
      Type.TypePtr truthValue = new Type.TypePtr(BoolType.get().get());
      module.register_attribute("training", truthValue, new IValue(false));
      children.forEach(
          (name, child) -> module.register_module(name, child.module(typeName + "_" + name)));
      return module;
    }
  }
}
