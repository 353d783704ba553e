#!/usr/bin/env python3
"""Writes a plain ResNet-18 for 32x32 images as a TorchScript file, for bench/run.

    python3 -m venv venv && venv/bin/pip install torch   # the CPU build is enough
    venv/bin/python bench/resnet18.py resnet18.pt
    BENCH_RESNET18=resnet18.pt bench/run

The network of He, Zhang, Ren and Sun (2016) as it is used for CIFAR: a 3x3 convolution instead of
the 7x7 one with its pooling, four stages of two blocks with 64, 128, 256 and 512 channels, mean over
the pixels, one linear layer; 11,173,962 parameters for 10 classes. Batch norms are in evaluation
mode with statistics taken from random images, so that the answers have the size of a trained
network's. The seed is fixed: the file is the same for the same PyTorch.
"""

import sys

import torch
from torch import nn


class Block(nn.Module):
    """y = relu(x' + norm(conv(relu(norm(conv(x)))))), x' through a 1x1 convolution where it must."""

    def __init__(self, inputs: int, outputs: int, stride: int):
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.norm1 = nn.BatchNorm2d(outputs)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        self.norm2 = nn.BatchNorm2d(outputs)
        self.skip: nn.Module = nn.Identity()
        if stride != 1 or inputs != outputs:
            self.skip = nn.Sequential(
                nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs)
            )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        y = torch.relu(self.norm1(self.conv1(x)))
        return torch.relu(self.norm2(self.conv2(y)) + self.skip(x))


class ResNet18(nn.Module):
    def __init__(self, classes: int = 10):
        super().__init__()
        layers = [nn.Conv2d(3, 64, 3, 1, 1, bias=False), nn.BatchNorm2d(64), nn.ReLU()]
        channels = 64
        for width, stride in ((64, 1), (128, 2), (256, 2), (512, 2)):
            layers += [Block(channels, width, stride), Block(width, width, 1)]
            channels = width
        self.features = nn.Sequential(*layers)
        self.head = nn.Linear(channels, classes)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.head(self.features(x).mean(dim=(2, 3)))


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit("usage: resnet18.py FILE")
    torch.manual_seed(0)
    network = ResNet18()
    network.train()
    with torch.no_grad():
        for _ in range(20):
            network(torch.randn(64, 3, 32, 32))
    network.eval()
    torch.jit.script(network).save(sys.argv[1])
    print(f"{sys.argv[1]}: {sum(p.numel() for p in network.parameters()):,} parameters")


if __name__ == "__main__":
    main()
