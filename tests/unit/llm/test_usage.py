"""What a reply cost."""

from langchain_core.messages import AIMessage, HumanMessage

from copilot.domain.artifact import Usage
from copilot.llm.usage import usage_of


def test_the_counts_of_the_server_are_believed() -> None:
    counted = {"input_tokens": 5, "output_tokens": 7, "total_tokens": 12}
    reply = AIMessage("x", usage_metadata=counted)
    assert usage_of(reply, []) == Usage(input_tokens=5, output_tokens=7)


def test_without_counts_there_is_an_estimate_of_both_sides() -> None:
    usage = usage_of(AIMessage("abcdefgh"), [HumanMessage("abcd")])
    assert usage == Usage(input_tokens=1, output_tokens=2, estimated=True)
