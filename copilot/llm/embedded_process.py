"""Serve one model with llama.cpp until standard input ends; started by `embedded.py`.

A script of its own that needs nothing of this package: loading holds Python's lock for
seconds and a library that aborts takes its process along, so neither may be the user's.

One JSON line comes in: `weights`, `context` and `key`. One goes out: `url`, or `missing` where
xllamacpp is not installed, or `refused` where the weights are.
"""

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xllamacpp import CommonParams

SILENT = -1

PROMPT_CACHE_MIB = 256
"""Memory for prompts of earlier conversations; llama.cpp itself would take 8 GiB."""

BATCH_TOKENS = 128
"""Prompt tokens between two looks at the queue: what a cancelled request still costs."""


def main() -> None:
    """Load, tell where the server listens, and serve until the parent is gone."""
    asked = json.loads(sys.stdin.readline())
    answer = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    try:
        from xllamacpp import Server

        server = Server(_parameters(**asked))
        told = {"url": server.listening_address}
    except ImportError as error:
        told = {"missing": str(error)}
    except RuntimeError as error:
        told = {"refused": str(error)}
    answer.write(json.dumps(told) + "\n")
    answer.close()
    if "url" in told:
        sys.stdin.read()
    # The server's own way out waits for running replies, and for ever if it never had one.
    os._exit(0)


def _parameters(weights: str, context: int, key: str) -> "CommonParams":
    """Return the settings; what is not set measured best as llama.cpp has it."""
    from xllamacpp import CommonParams

    parameters = CommonParams()
    parameters.model.path = weights
    parameters.model_alias = {Path(weights).stem}
    parameters.n_ctx = context
    parameters.n_parallel = 1
    parameters.n_batch = parameters.n_ubatch = BATCH_TOKENS
    parameters.hostnames = ["127.0.0.1"]
    parameters.port = 0
    parameters.api_keys = [key]
    parameters.cors_origins = ""
    parameters.use_jinja = True
    parameters.ui = parameters.endpoint_slots = False
    parameters.cache_ram_mib = PROMPT_CACHE_MIB
    parameters.verbosity = SILENT
    return parameters


if __name__ == "__main__":
    main()
