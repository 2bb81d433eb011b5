"""The shapes of keys. Every example is put together here, so that no scanner finds one."""

import pytest

from copilot.analysis.secret_shapes import SHAPES, secret_in

MIXED = "a1B2c3D4" * 8
PLANTED = {
    "private key": [
        "-----BEGIN " + "PRIVATE KEY-----",
        "-----BEGIN RSA " + "PRIVATE KEY-----",
        "-----BEGIN PGP " + "PRIVATE KEY BLOCK-----",
    ],
    "OpenAI or Anthropic key": [
        "sk-" + MIXED[:48],
        "sk-" + "proj-" + MIXED,
        "sk-" + "proj-" + "abcdefghijkl-mnopq_rstuv-wx12" * 4,
        "sk-" + "ant-api03-" + "a1B2" * 20 + "-xyAA",
    ],
    "GitHub token": [
        *(f"gh{kind}_" + MIXED[:36] for kind in "pousr"),
        "github_" + "pat_" + MIXED,
    ],
    "Hugging Face token": ["hf_" + "abCd" * 8 + "eF"],
    "AWS key": ["AKIA" + "ABCD1234" * 2, "ASIA" + "ABCD1234" * 2],
    "Google key": ["AIza" + MIXED[:33] + "-_"],
    "Slack token": [f"xox{kind}-" + "1234567890-" + MIXED[:12] for kind in "abprs"],
    "web token": ["eyJ" + MIXED[:12] + "." + "eyJ" + MIXED[:12] + "." + MIXED[:16]],
    "authorization header": ["Bearer " + MIXED[:24], "Authorization: Bearer " + MIXED],
    "login in an address": ["https://ann:" + "longpassword" + "@host.example/x"],
}
EXAMPLES = [(kind, text) for kind, texts in PLANTED.items() for text in texts]


def test_every_kind_has_an_example() -> None:
    assert set(PLANTED) == set(SHAPES)


@pytest.mark.parametrize(("kind", "text"), EXAMPLES)
@pytest.mark.parametrize("around", ["{}", 'key = "{}"', "line\n{}\nline", "Größe: {}, ä"])
def test_a_planted_key_is_found_by_its_kind(kind: str, text: str, around: str) -> None:
    assert secret_in(around.format(text).encode()) == kind


@pytest.mark.parametrize(
    "text",
    [
        "",
        "sk-" + "short",
        "a task-list-with-many-words-and-hyphens-in-it",
        "da39a3ee5e6b4b0d3255bfef95601890afd80709" * 2,
        "Bearer of bad news",
        "https://example.org:8080/path@home",
        "https://{user}:{password}" + "@host",
        "BEGIN PUBLIC KEY",
        "risk-" + MIXED,
        "AKIA of the north",
    ],
)
def test_what_has_no_shape_of_a_key_is_none(text: str) -> None:
    assert secret_in(text.encode()) is None
