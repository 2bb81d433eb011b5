"""The phrases of the harm book, read by the reader of the triage."""

import pytest

from copilot.analysis.harms.patterns import HarmBook
from copilot.analysis.triage.signals import SignalReader
from copilot.settings import content_root
from copilot.stores.harm_book import read_signals

SAID = {
    "affects_customers": "Each subscriber gets a letter.",
    "affects_tenants": "Renters upload three documents.",
    "acts_as_companion": "A virtual friend for the evening.",
    "acts_for_people": "The agent cancels contracts on your behalf.",
    "allocates_work": "Shifts are assigned to nurses by the planner.",
    "can_contest": "Everybody may ask for a human.",
    "controls_machines": "An autonomous shuttle on the campus.",
    "describes_images": "It describes photos of the museum.",
    "error_could_cost_money": "It explains which fines are due.",
    "error_could_injure": "It reads the dosage from the leaflet.",
    "gives_advice": "An app for tax advice.",
    "has_alternative": "Visitors can opt out at the gate.",
    "learns_from_use": "The model is retrained on the decisions of last month.",
    "moderates_content": "It hides comments that break the rules.",
    "monitors_people": "It counts keystrokes all day.",
    "moves_money": "The service transfers funds at night.",
    "new_setting": "We roll it out to two other countries.",
    "personalises_content": "The home page is personalised.",
    "persuades_people": "It keeps children watching.",
    "ranks_people": "It ranks the applicants.",
    "reads_outside_text": "It opens the attached letters.",
    "replaces_workers": "It will replace two of the clerks.",
    "rewards_speed": "Faster couriers are offered the better tours.",
    "role_deployer": "We bought it from a supplier.",
    "role_provider": "We sell it to hospitals.",
    "sells_to_people": "The game has loot boxes.",
    "states_benefit": "It reduces waiting by ten minutes.",
    "supports_diagnosis": "It estimates the risk of a stroke.",
    "translates_or_transcribes": "It transcribes the meeting.",
    "uses_financial_data": "It looks at bank statements.",
    "uses_generative_model": "A large language model writes the summary.",
    "uses_location": "It stores the GPS track.",
    "uses_private_messages": "It listens to recorded calls.",
    "uses_third_party_data": "It uploads the address book.",
    "watches_systems": "An alert when servers behave strangely.",
}
PLAIN = (
    "Spell checker for a forum editor.",
    "It finds a slot for six people in three time zones.",
    "A noise filter for photographs taken at night.",
    "It tells how many loaves to bake tomorrow from weather and weekday.",
    "Colour palette from a picture of a room.",
    "It tidies up postcodes.",
    "Crossword generator with themes.",
)


@pytest.fixture(scope="module")
def reader(book: HarmBook) -> SignalReader:
    folder = content_root() / "knowledge" / "ethics" / "harms"
    return SignalReader(read_signals(folder, book))


def test_every_fact_with_phrases_has_a_sentence_here(book: HarmBook) -> None:
    folder = content_root() / "knowledge" / "ethics" / "harms"
    assert read_signals(folder, book).names() == set(SAID)


@pytest.mark.parametrize("name", SAID)
def test_a_sentence_of_its_own_shows_it(reader: SignalReader, name: str) -> None:
    fact = reader.read(SAID[name]).fact(name)
    assert fact.value == "yes"
    assert fact.evidence is not None
    assert fact.evidence in SAID[name]


@pytest.mark.parametrize("text", PLAIN)
def test_a_plain_idea_shows_none(reader: SignalReader, text: str) -> None:
    assert [fact.name for fact in reader.read(text).having("yes")] == []
