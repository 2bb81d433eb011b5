"""Compute the vectors of what ships to be compared with, and write `knowledge/vectors.npz`.

These are the passages of the notes and the sentences by which facts are told from near misses.
"""

import sys

from copilot.llm.embedder import MiniLM
from copilot.llm.vector_pack import PackedEmbedder, Vectors, packed, shipped_pack
from copilot.stores.notes import Notes
from copilot.stores.private_files import write_shared
from copilot.stores.rulebook import Rulebook

BATCH = 64


def main() -> None:
    """Write the pack anew, computing only vectors of texts that are new."""
    pack = shipped_pack()
    embedder = PackedEmbedder(MiniLM(), [pack])
    knowledge = pack.path.parent
    texts = [note.indexed_text for note in Notes(knowledge).all_passages()]
    texts += Rulebook(knowledge / "ethics" / "rules").likeness.sentences()
    vectors: dict[str, Vectors] = {}
    for start in range(0, len(texts), BATCH):
        batch = texts[start : start + BATCH]
        vectors |= dict(zip(batch, embedder.embed(batch), strict=True))
        print(f"\r{min(start + BATCH, len(texts))} of {len(texts)}", end="", file=sys.stderr)
    write_shared(pack.path, packed(vectors, embedder.name))
    print(f"\n{len(vectors)} vectors, {embedder.computed} of them new: {pack.path}")


if __name__ == "__main__":
    main()
