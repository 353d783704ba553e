"""Reads what Thalweg exported with the tools that people use, and compares it with the JSON export.

python check_exports.py numpy|h5|vtp|torch FOLDER     (the folder that `thalweg export --out` wrote to)
"""

import json
import sys
from pathlib import Path

import numpy as np


def result(folder, name):
    values = json.loads((folder / f"{name}.json").read_text())["values"]
    keys = ("alpha", "beta", "loss", "accuracy")
    return {key: np.array(values[key], dtype=float) for key in keys if key in values}


def same(what, found, expected):
    assert found.shape == expected.shape, f"{what}: {found.shape} instead of {expected.shape}"
    assert np.array_equal(found, expected, equal_nan=True), what


def check_numpy(folder):
    for name, axes in (("slice", ["alpha"]), ("surface", ["alpha", "beta"])):
        expected = result(folder, name)
        with np.load(folder / f"{name}.npz", allow_pickle=False) as arrays:
            for key in axes + ["loss", "accuracy"]:
                same(key, arrays[key], expected[key])


def check_h5(folder):
    import h5py

    expected = result(folder, "surface")
    with h5py.File(folder / "surface.h5", "r") as file:
        assert {"xcoordinates", "ycoordinates", "train_loss", "train_acc", "dir_file"} <= set(file)
        same("x", file["xcoordinates"][:], expected["alpha"])
        same("y", file["ycoordinates"][:], expected["beta"])
        same("loss", file["train_loss"][:].T, expected["loss"])
        assert np.allclose(file["train_acc"][:].T, 100 * expected["accuracy"], rtol=1e-14)
        assert isinstance(file["dir_file"][()], bytes)
    expected = result(folder, "slice")
    with h5py.File(folder / "slice.h5", "r") as file:
        same("x", file["xcoordinates"][:], expected["alpha"])
        same("loss", file["train_loss"][:], expected["loss"])
        assert "ycoordinates" not in file


def check_vtp(folder):
    import vtk
    from vtk.util.numpy_support import vtk_to_numpy

    expected = result(folder, "surface")
    reader = vtk.vtkXMLPolyDataReader()
    reader.SetFileName(str(folder / "surface.vtp"))
    reader.Update()
    assert reader.GetErrorCode() == 0
    mesh = reader.GetOutput()
    rows, columns = expected["loss"].shape
    assert mesh.GetNumberOfPolys() == (rows - 1) * (columns - 1)
    points = vtk_to_numpy(mesh.GetPoints().GetData())
    loss = vtk_to_numpy(mesh.GetPointData().GetArray("loss"))
    table = {(x, y): z for (x, y, _), z in zip(points, loss)}
    assert len(table) == rows * columns
    for i, alpha in enumerate(expected["alpha"]):
        for j, beta in enumerate(expected["beta"]):
            assert table[alpha, beta] == expected["loss"][i, j]


def check_torch(folder):
    """A perceptron with ReLU: PyTorch's logits against plain arithmetic with the exported weights."""
    import torch

    model = torch.jit.load(str(folder / "model.pt"))
    with np.load(folder / "weights.npz") as arrays:
        weights = {name: arrays[name].astype(np.float64) for name in arrays.files}
    assert [name for name, _ in model.named_parameters()] == list(weights)
    layers = [name[: -len(".weight")] for name in weights if name.endswith(".weight")]
    inputs = np.random.default_rng(0).random((100, weights[layers[0] + ".weight"].shape[1]))
    hidden = inputs
    for layer in layers:
        hidden = hidden @ weights[layer + ".weight"].T + weights[layer + ".bias"]
        hidden = hidden if layer == layers[-1] else np.maximum(hidden, 0)
    logits = model.double()(torch.from_numpy(inputs)).detach().numpy()
    assert np.abs(logits - hidden).max() <= 1e-6 * np.abs(hidden).max()


if __name__ == "__main__":
    checks = {"numpy": check_numpy, "h5": check_h5, "vtp": check_vtp, "torch": check_torch}
    checks[sys.argv[1]](Path(sys.argv[2]))
    print("ok", sys.argv[1])
