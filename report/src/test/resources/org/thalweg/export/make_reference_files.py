"""Makes the HDF5 files in this folder, laid out as tomgoldstein/loss-landscape lays them out.

Needs h5py and NumPy:  python make_reference_files.py
The loss at (x, y) is 1 + x + 10 y everywhere, the accuracy 50 + x + 10 y percent, so that every
value says where it belongs.
"""

import h5py
import numpy as np


def surface(name, x, y, computed, split="train", dtype="f8", libver="earliest", **storage):
    """Values are allocated as (len(x), len(y)) and filled along the flattened 'xy' meshgrid."""
    loss = -np.ones((len(x), len(y)))
    accuracy = -np.ones((len(x), len(y)))
    mesh_x, mesh_y = np.meshgrid(x, y)
    for k in range(computed):
        a, b = mesh_x.ravel()[k], mesh_y.ravel()[k]
        loss.ravel()[k] = 1 + a + 10 * b
        accuracy.ravel()[k] = 50 + a + 10 * b
    with h5py.File(name, "w", libver=libver) as f:
        f["dir_file"] = "model.t7_weights_xignore=biasbn_xnorm=filter.h5"
        f["xcoordinates"] = x
        f["ycoordinates"] = y
        f.create_dataset(split + "_loss", data=loss.astype(dtype), **storage)
        f.create_dataset(split + "_acc", data=accuracy.astype(dtype), **storage)


surface("square.h5", np.linspace(-1, 1, 3), np.linspace(0, 1, 3), 9)
surface("partial.h5", np.linspace(-1, 1, 3), np.linspace(0, 1, 3), 4)
surface("wide.h5", np.linspace(-1, 1, 4), np.linspace(0, 1, 2), 8)
surface(
    "compressed.h5",
    np.linspace(-1, 1, 9),
    np.linspace(0, 1, 5),
    45,
    split="test",
    dtype="f4",
    libver=("v110", "v110"),
    chunks=(2, 4),
    compression="gzip",
    shuffle=True,
)

# of HDF5 2.0 or later; what a reader of today may not know
surface(
    "newest.h5",
    np.linspace(-1, 1, 3),
    np.linspace(0, 1, 3),
    9,
    libver="latest",
    chunks=(2, 2),
    compression="gzip",
)

x = np.linspace(-1, 1, 5)
with h5py.File("line.h5", "w") as f:
    f["dir_file"] = "model.h5"
    f["xcoordinates"] = x
    f["train_loss"] = 1 + x
    f["train_acc"] = 50 + x

with h5py.File("directions.h5", "w") as f:
    for name, sign in (("xdirection", 1), ("ydirection", -1)):
        group = f.create_group(name)
        group.create_dataset("0", data=sign * np.arange(24, dtype="f4").reshape(2, 3, 2, 2))
        group.create_dataset("1", data=sign * np.array([100, 101], dtype="f4"))
        # the twelve tensors that make "10" come before "2" in any alphabet
        for k in range(2, 12):
            group.create_dataset(str(k), data=np.array([sign * 1000.0 * k], dtype="f4"))

with h5py.File("states.h5", "w") as f:
    group = f.create_group("xdirection")
    group.create_dataset("0", data=np.array([[1.5, 2.5]]))
    group.create_dataset("1", data=np.int64(7))
