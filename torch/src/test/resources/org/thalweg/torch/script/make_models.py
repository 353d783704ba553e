"""Writes the small TorchScript files of the tests, and what PyTorch computes with them.

    python make_models.py        # needs torch and numpy; writes beside itself
"""

import json
import os
from typing import Dict, List, Tuple

import torch
import torch.nn as nn
import torch.nn.functional as F

HERE = os.path.dirname(os.path.abspath(__file__))
torch.manual_seed(7)


class Tied(nn.Module):
    """Token ids and a mask value in, a dictionary out; embedding and head share one matrix."""

    def __init__(self):
        super().__init__()
        self.unused = nn.Parameter(torch.randn(2))
        self.tok = nn.Embedding(5, 4)
        self.norm = nn.LayerNorm(4)
        self.head = nn.Linear(4, 5, bias=False)
        self.head.weight = self.tok.weight
        self.register_buffer("counter", torch.tensor(3))
        self.register_buffer("shift", torch.tensor([0.1, 0.2, 0.3, 0.4]))

    def forward(self, ids: torch.Tensor, scale: torch.Tensor) -> Dict[str, torch.Tensor]:
        h = self.norm(self.tok(ids)) * scale.unsqueeze(-1) + self.shift
        return {"hidden": h, "logits": self.head(torch.tanh(h)).transpose(1, 2)}


class Pair(nn.Module):
    """A tuple whose second element is a list."""

    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(3, 2)

    def forward(self, x: torch.Tensor) -> Tuple[torch.Tensor, List[torch.Tensor]]:
        y = torch.tanh(self.fc(x))
        return y, [y * 2, y + 1]


class Batch(nn.Module):
    """Batch norm and dropout."""

    def __init__(self, dropout: float):
        super().__init__()
        self.conv = nn.Conv2d(1, 2, 3)
        self.bn = nn.BatchNorm2d(2)
        self.drop = nn.Dropout(dropout)
        self.fc = nn.Linear(8, 3)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.fc(self.drop(torch.tanh(self.bn(self.conv(x))).flatten(1)))


class Fused(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv = nn.Linear(4, 12)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        q, k, v = self.qkv(x).chunk(3, dim=-1)
        return F.scaled_dot_product_attention(q, k, v).mean(1)


class Quartic(nn.Module):
    """A loss of one's own: the mean of (f - y)^4."""

    def forward(self, output: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        return ((output - target) ** 4).mean()


class NoForward(nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(2))

    @torch.jit.export
    def other(self, x: torch.Tensor) -> torch.Tensor:
        return x * self.weight


def save(module, name):
    torch.jit.script(module).save(os.path.join(HERE, name))


def flat(tensors):
    return torch.cat([t.reshape(-1) for t in tensors]).tolist()


def derivatives(model, loss):
    """Loss, gradient and Hv with v = (1, -1, 1, ...) in float64."""
    parameters = list(model.parameters())
    value = loss()
    gradient = torch.autograd.grad(value, parameters, create_graph=True, allow_unused=True)
    gradient = [torch.zeros_like(p) if g is None else g for g, p in zip(gradient, parameters)]
    v, sign = [], 1.0
    for p in parameters:
        signs = torch.tensor([sign * (-1) ** i for i in range(p.numel())], dtype=torch.float64)
        sign = sign * (-1) ** p.numel()
        v.append(signs.reshape(p.shape))
    dot = sum((g * w).sum() for g, w in zip(gradient, v))
    product = torch.autograd.grad(dot, parameters, allow_unused=True)
    product = [torch.zeros_like(p) if h is None else h for h, p in zip(product, parameters)]
    return {"loss": value.item(), "gradient": flat(gradient), "product": flat(product)}


expected = {}

tied = Tied().eval()
save(tied, "tied.pt")
ids = torch.tensor([[0, 1, 2], [3, 4, 0], [1, 1, 4], [2, 0, 3]])
scale = torch.linspace(0.5, 1.6, 12).reshape(4, 3)
labels = torch.tensor([[1, 2, -1], [4, 0, 1], [-1, 4, 2], [0, 3, 3]])
double = tied.double()
expected["tied"] = {
    "names": [n for n, _ in tied.named_parameters()],
    "scale": flat([scale]),
    **derivatives(
        double,
        lambda: F.cross_entropy(
            double(ids, scale.double())["logits"], labels, ignore_index=-1, label_smoothing=0.1
        ),
    ),
}

pair = Pair().eval()
save(pair, "pair.pt")
x = torch.linspace(-1, 1, 15).reshape(5, 3)
y = torch.linspace(2, -1, 10).reshape(5, 2)
save(Quartic(), "quartic.pt")
double = pair.double()
out = lambda: double(x.double())[1][1]
target = y.double()
losses = {
    "mse": lambda: F.mse_loss(out(), target),
    "l1": lambda: F.l1_loss(out(), target),
    "huber:delta=0.7": lambda: F.huber_loss(out(), target, delta=0.7),
    "quartic": lambda: ((out() - target) ** 4).mean(),
    "bce": lambda: F.binary_cross_entropy_with_logits(out(), ((y + 1) / 3).double()),
    "cross-entropy:smoothing=0.2": lambda: F.cross_entropy(
        out(), torch.tensor([0, 1, 1, 0, 1]), label_smoothing=0.2
    ),
    "nll": lambda: F.nll_loss(out(), torch.tensor([0, 1, 1, 0, 1])),
}
expected["pair"] = {"x": flat([x]), "y": flat([y])}
for name, loss in losses.items():
    expected["pair"][name] = derivatives(double, loss)

batch = Batch(0.0)
images = torch.linspace(-1, 2, 6 * 16).reshape(6, 1, 4, 4).sin()
classes = torch.tensor([0, 1, 2, 2, 1, 0])
batch(images)
batch(images * 2 + 1)
batch.eval()
save(batch, "batch.pt")
save(Batch(0.5).eval(), "dropout.pt")
double = batch.double()
expected["batch"] = {
    "images": flat([images]),
    **derivatives(double, lambda: F.cross_entropy(double(images.double()), classes)),
}
double.bn.momentum = None
double.bn.reset_running_stats()
double.train()
with torch.no_grad():
    for start in range(0, 6, 3):
        double(images.double()[start : start + 3])
double.eval()
expected["batch"]["reestimated"] = F.cross_entropy(double(images.double()), classes).item()

fused = Fused().eval()
save(fused, "fused.pt")
sequence = torch.linspace(-1, 1, 24).reshape(2, 3, 4).cos()
double = fused.double()
with torch.nn.attention.sdpa_kernel(torch.nn.attention.SDPBackend.MATH):
    expected["fused"] = {
        "x": flat([sequence]),
        **derivatives(double, lambda: (double(sequence.double()) ** 2).mean()),
    }

save(NoForward(), "noforward.pt")
torch.save(Pair().state_dict(), os.path.join(HERE, "state_dict.pt"))
torch.save(Pair().state_dict(), os.path.join(HERE, "old.pt"), _use_new_zipfile_serialization=False)

with open(os.path.join(HERE, "expected.json"), "w") as file:
    json.dump(expected, file, indent=1)
