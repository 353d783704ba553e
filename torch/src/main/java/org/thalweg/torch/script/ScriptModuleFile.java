package org.thalweg.torch.script;

import java.nio.file.Path;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.global.torch;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.torch.engine.Libtorch;

/** Reading a TorchScript file with libtorch, onto the CPU. */
final class ScriptModuleFile {
  private ScriptModuleFile() {}

  /**
   * The module, in evaluation mode; the caller closes it.
   *
   * <p>A TorchScript file is code: whatever its operators can do, it can do.
   */
  static JitModule load(Path file) {
    ScriptFile.check(file);
    Libtorch.load();
    differentiableAttention();
    try (PointerScope scope = new PointerScope()) {
      DeviceOptional cpu = new DeviceOptional(new Device("cpu"));
      JitModule module = torch.load(file.toString(), cpu, false);
      if (!module.find_method("forward").has_value()) {
        throw ThalwegException.of(ErrorCode.NETWORK_FILE)
            .expected("a module with a method forward")
            .found(file + ", whose module " + module.type().str().getString() + " has none")
            .next("save a network, or give the module a forward method");
      }
      module.retainReference();
      return module;
    } catch (ThalwegException e) {
      throw e;
    } catch (RuntimeException e) {
      throw ScriptFailure.loading(e, file.toString());
    }
  }

  /** The fused kernels of attention have no second derivative on a CPU; the plain formula has. */
  private static void differentiableAttention() {
    Context context = torch.globalContext();
    context.setSDPUseMath(true);
    context.setSDPUseFlash(false);
    context.setSDPUseMemEfficient(false);
  }
}
