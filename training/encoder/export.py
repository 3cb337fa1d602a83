"""Packs trained weights for the program: ONNX with int8 matrices, int8 word vectors, vocabulary, labels, manifest.

Usage: python training/encoder/export.py WEIGHTS.pt FOLDER VERSION [--calibration FILE.json] [--full]

`--full` keeps float32 (to see what int8 costs). Only MatMul is quantised, with reduced range: on processors without
VNNI a full range saturates.
"""

import argparse
import hashlib
import json
import logging
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from heads import HEADS, LINK
from network import SIZE, Reader
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.optimizer import optimize_model
from train import vocabulary

FILES = ("encoder.onnx", "words.bin", "scales.bin", "vocab.txt", "labels.json")


def graph(reader: Reader, place: Path) -> None:
    """The network as ONNX: words, cases, seen to scores and links; batch and length free."""
    example = (torch.randn(2, 9, SIZE), torch.ones(2, 9, dtype=torch.long), torch.ones(2, 9))
    axes = {name: {0: "batch", 1: "length"} for name in ("words", "cases", "seen", "scores", "links")}
    torch.onnx.export(
        reader,
        example,
        str(place),
        input_names=["words", "cases", "seen"],
        output_names=["scores", "links"],
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def packed(place: Path, out: Path, full: bool) -> None:
    """Nodes fused where that is exact (norms, biases, GELU), matrices as int8."""
    fused = place.with_name("fused.onnx")
    model = optimize_model(str(place), model_type="bert", num_heads=12, hidden_size=SIZE, opt_level=0)
    model.save_model_to_file(str(fused))
    if full:
        onnx.save(onnx.load(fused), out)
        return
    quantize_dynamic(
        fused,
        out,
        op_types_to_quantize=["MatMul"],
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT, "MatMulConstBOnly": True},
    )


def word_vectors(reader: Reader, folder: Path) -> None:
    """The embeddings as int8, each row by its own scale."""
    rows = reader.words.weight.detach().numpy()
    scales = np.abs(rows).max(1) / 127
    folder.joinpath("words.bin").write_bytes(np.round(rows / scales[:, None]).astype(np.int8).tobytes())
    folder.joinpath("scales.bin").write_bytes(scales.astype(np.float32).tobytes())


def main() -> None:
    """Read the command line and write the folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("version")
    parser.add_argument("--calibration", type=Path)
    parser.add_argument("--full", action="store_true")
    given = parser.parse_args()
    logging.disable(logging.WARNING)
    given.folder.mkdir(parents=True, exist_ok=True)
    weights = torch.load(given.weights, weights_only=True)
    reader = Reader(weights["words.weight"].shape[0])
    reader.load_state_dict(weights)
    reader.eval()
    with tempfile.TemporaryDirectory() as scratch, torch.inference_mode():
        graph(reader, Path(scratch) / "plain.onnx")
        packed(Path(scratch) / "plain.onnx", given.folder / "encoder.onnx", given.full)
    word_vectors(reader, given.folder)
    given.folder.joinpath("vocab.txt").write_text(vocabulary(), encoding="utf-8")
    labels = {"size": SIZE, "link": LINK, "heads": {name: head.types for name, head in HEADS.items()}}
    labels["calibration"] = json.loads(given.calibration.read_text()) if given.calibration else {}
    given.folder.joinpath("labels.json").write_text(json.dumps(labels) + "\n", encoding="utf-8")
    sums = {name: hashlib.sha256(given.folder.joinpath(name).read_bytes()).hexdigest() for name in FILES}
    manifest = {"version": given.version, "base": "sentence-transformers/all-MiniLM-L6-v2", "files": sums}
    given.folder.joinpath("manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
