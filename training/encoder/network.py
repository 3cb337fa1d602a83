"""The encoder (BERT's layers as a plain forward pass) and its heads, in torch."""

from pathlib import Path

import torch
from heads import HEADS, LINK, LINKS
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from contested.parsing.windows import CASES

SIZE, LAYERS, PARTS, INNER = 384, 6, 12, 1536
_EPSILON = 1e-12
INSIDE = 0.1
"""Dropout inside the encoder: with bfloat16 there is time for several passes over the texts."""
_MASK, MASKED, UNSHAPED = 103, 0.08, 0.1
"""While training: [MASK], the share of word-pieces it stands for, and of windows read without shapes."""
_QKV = ("query", "key", "value")


class Layer(nn.Module):
    """One layer: attention and feed-forward, each with its residual and norm after it."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(SIZE, 3 * SIZE)
        self.out = nn.Linear(SIZE, SIZE)
        self.norm1 = nn.LayerNorm(SIZE, _EPSILON)
        self.up = nn.Linear(SIZE, INNER)
        self.down = nn.Linear(INNER, SIZE)
        self.norm2 = nn.LayerNorm(SIZE, _EPSILON)
        self.dropout = nn.Dropout(INSIDE)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, PARTS, SIZE // PARTS).permute(2, 0, 3, 1, 4)
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.dropout(self.out(seen.transpose(1, 2).reshape(batch, length, SIZE))))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Reader(nn.Module):
    """Word-pieces and shapes in; scores of all heads side by side and the links' four vectors out."""

    def __init__(self, vocabulary: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, SIZE)
        self.words.weight.requires_grad_(False)
        self.places = nn.Embedding(512, SIZE)
        self.shapes = nn.Embedding(len(CASES) + 1, SIZE)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(SIZE, _EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)
        self.heads = nn.ModuleDict(
            {name: nn.Linear(SIZE + sum(HEADS[s].width for s in head.sees), head.width) for name, head in HEADS.items()}
        )
        self.links = nn.Linear(SIZE, 4 * LINK)

    def encode(self, words: Tensor, cases: Tensor, seen: Tensor) -> Tensor:
        """`words` are word embeddings already looked up; `seen` 1 for a piece, 0 for padding."""
        x = self.norm(words + self.shapes(cases) + self.places.weight[: words.shape[1]])
        mask = ((1.0 - seen) * -1e4)[:, None, None, :].to(x.dtype)
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def read(self, x: Tensor) -> tuple[Tensor, Tensor]:
        x = self.dropout(x)
        scores: dict[str, Tensor] = {}
        for name, head in HEADS.items():
            seen = [scores[s].softmax(-1) for s in head.sees]
            scores[name] = self.heads[name](torch.cat([x, *seen], -1) if seen else x)
        return torch.cat(list(scores.values()), -1), self.links(x)

    def forward(self, words: Tensor, cases: Tensor, seen: Tensor) -> tuple[Tensor, Tensor]:
        return self.read(self.encode(words, cases, seen))

    @staticmethod
    def _blurred(pieces: Tensor, cases: Tensor) -> tuple[Tensor, Tensor]:
        """Some words hidden, some windows without shapes, so that names and capitals are not all that is learnt."""
        hidden = (torch.rand(pieces.shape) < MASKED) & (pieces > _MASK)
        shaped = torch.rand(len(cases), 1) >= UNSHAPED
        return pieces.masked_fill(hidden, _MASK), cases * shaped

    def loss(self, batch: dict[str, Tensor]) -> tuple[Tensor, dict[str, float]]:
        """The weighted sum of all heads' losses that the batch has targets for, and each by name."""
        seen = (batch["pieces"] > 0).float()
        pieces, cases = (
            self._blurred(batch["pieces"], batch["cases"]) if self.training else (batch["pieces"], batch["cases"])
        )
        scores, links = self(self.words(pieces), cases, seen)
        parts: dict[str, Tensor] = {}
        start = 0
        for name, head in HEADS.items():
            parts[name] = _cross(scores[..., start : start + head.width], batch[name])
            start += head.width
        vectors = links.float().split(LINK, -1)
        for order, name in enumerate(LINKS):
            bonds = vectors[2 * order] @ vectors[2 * order + 1].transpose(1, 2) / LINK**0.5
            bonds = bonds + ((1.0 - seen) * -1e4)[:, None, :]
            parts["link_" + name] = _cross(bonds, batch["link_" + name])
        weights = {**{n: h.weight for n, h in HEADS.items()}, **{"link_" + n: w for n, w in LINKS.items()}}
        total = torch.stack([weights[name] * part for name, part in parts.items()]).sum()
        return total, {name: float(part.detach()) for name, part in parts.items() if float(part.detach())}


def _cross(scores: Tensor, target: Tensor) -> Tensor:
    """Mean cross-entropy over the pieces that have a target; 0 if none has."""
    wanted = target >= 0
    if not bool(wanted.any()):
        return scores.sum() * 0.0
    return F.cross_entropy(scores[wanted].float(), target[wanted])


def pretrained(folder: Path) -> Reader:
    """The network with all-MiniLM-L6-v2's weights in the encoder and new heads."""
    weights = load_file(folder / "model.safetensors")
    weights = {name.removeprefix("bert."): value.float() for name, value in weights.items()}
    reader = Reader(weights["embeddings.word_embeddings.weight"].shape[0])
    own = reader.state_dict()
    own["words.weight"] = weights["embeddings.word_embeddings.weight"]
    own["places.weight"] = (
        weights["embeddings.position_embeddings.weight"] + (weights["embeddings.token_type_embeddings.weight"][0])
    )
    for end in ("weight", "bias"):
        own["norm." + end] = weights["embeddings.LayerNorm." + end]
        for n in range(LAYERS):
            at, to = f"encoder.layer.{n}.", f"layers.{n}."
            own[f"{to}qkv.{end}"] = torch.cat([weights[f"{at}attention.self.{part}.{end}"] for part in _QKV])
            own[f"{to}out.{end}"] = weights[f"{at}attention.output.dense.{end}"]
            own[f"{to}norm1.{end}"] = weights[f"{at}attention.output.LayerNorm.{end}"]
            own[f"{to}up.{end}"] = weights[f"{at}intermediate.dense.{end}"]
            own[f"{to}down.{end}"] = weights[f"{at}output.dense.{end}"]
            own[f"{to}norm2.{end}"] = weights[f"{at}output.LayerNorm.{end}"]
    reader.load_state_dict(own)
    return reader
