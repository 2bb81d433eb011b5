"""The word vectors, with their real weights."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from copilot.llm.word_vectors import WordVectors

ROOT = Path(__file__).parents[3]
WITHOUT_NETWORK = """
import socket
def refuse(*args, **kwargs):
    raise AssertionError("the network was tried")
socket.socket.connect = socket.getaddrinfo = refuse
from copilot.llm.word_vectors import WordVectors
print(WordVectors().embed(["a dog barks"]).shape)
import logging
root = logging.getLogger()
assert (root.handlers, root.level) == ([], logging.WARNING), "logging was set up"
"""


def test_vectors_have_length_one_and_meaning_whatever_the_texts_are() -> None:
    texts = ["a dog barks", "a puppy yaps", "interest rates rose", "", "🙂", "x" * 100_000]
    vectors = WordVectors().embed(texts)
    assert vectors.shape == (6, 256)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.2


def test_a_vector_does_not_depend_on_the_texts_beside_it() -> None:
    vectors = WordVectors()
    alone = vectors.embed(["too slow for me"])[0]
    beside = vectors.embed(["", "a much longer answer, by far " * 40, "too slow for me"] * 300)
    assert np.allclose(beside[2::3], alone, atol=1e-6)


def test_vectors_are_those_of_the_package_itself() -> None:
    from wordllama import WordLlama

    spec = find_spec("wordllama")
    assert spec is not None
    assert spec.origin is not None
    model = WordLlama.load(cache_dir=Path(spec.origin).parent, disable_download=True)
    texts = ["a dog barks", "search never finds what I look for"]
    assert np.allclose(WordVectors().embed(texts), model.embed(texts, norm=True), atol=1e-5)


def test_no_texts_need_no_weights() -> None:
    assert WordVectors().embed([]).shape == (0, 256)


def test_loading_tries_no_network_and_leaves_logging_as_it_was() -> None:
    command = [sys.executable, "-c", WITHOUT_NETWORK]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "(1, 256)"


def test_without_the_package_the_error_says_how_to_install_it() -> None:
    # A fresh interpreter that sees the checkout but not the package.
    script = (
        "import sys; sys.modules['wordllama'] = None\n"
        "from copilot.errors import SetupError\n"
        "from copilot.llm.word_vectors import WordVectors\n"
        "try:\n    WordVectors().embed(['a'])\n"
        "except SetupError as error:\n    print(error.hint)\n"
    )
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "pip install wordllama"
