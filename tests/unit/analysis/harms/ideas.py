"""Ideas with facts set by hand, and what a careful colleague would raise for them, or not."""

from typing import NamedTuple

from copilot.domain.feature import Fact, FactValue, FeatureFacts


class Idea(NamedTuple):
    """An idea, the kinds of harm to be raised first, those to be left out, and people to name."""

    facts: str
    raised: str
    left_out: str
    people: tuple[str, ...]


def facts_of(names: str) -> FeatureFacts:
    """Return facts that are yes; a name after a minus is no."""

    def fact(name: str) -> Fact:
        value: FactValue = "no" if name.startswith("-") else "yes"
        return Fact(name=name.removeprefix("-"), value=value)

    return FeatureFacts(facts=tuple(map(fact, names.split())))


IDEAS = {
    "urgency in the emergency department": Idea(
        "affects_patients sorts_urgency evaluates_people influences_decision uses_health_data "
        "uses_personal_data uses_camera_or_sensor",
        "physical_safety discrimination overreliance exclusion privacy",
        "democracy intellectual_property work_conditions",
        ("patients", "nurses", "cannot or do not want to use"),
    ),
    "credit score from phone data": Idea(
        "affects_borrowers affects_customers evaluates_people predicts_behaviour "
        "influences_decision uses_third_party_data uses_personal_data profiles_people",
        "discrimination exclusion privacy no_recourse economic_loss",
        "physical_safety abusive_content environment",
        ("without a bank history", "contacts", "shop staff"),
    ),
    "dashboard of clerks": Idea(
        "affects_workers monitors_people evaluates_people ranks_people influences_decision "
        "human_reviews profiles_people uses_personal_data",
        "surveillance exclusion discrimination work_conditions overreliance",
        "child_safety democracy physical_safety",
        ("workers", "ill or disabled", "personnel staff"),
    ),
    "orders for couriers": Idea(
        "affects_workers allocates_work ranks_people rewards_speed decides_alone profiles_people "
        "uses_personal_data uses_location",
        "economic_loss physical_safety discrimination loss_of_autonomy no_recourse",
        "democracy abusive_content security",
        ("riders", "paid by the task", "other people on the road"),
    ),
    "three piles of applications": Idea(
        "affects_candidates evaluates_people ranks_people profiles_people infers_traits "
        "influences_decision uses_personal_data uses_generative_model",
        "discrimination unsound_inference overreliance no_recourse privacy",
        "physical_safety economic_loss environment",
        ("job applicants", "gaps", "recruiters"),
    ),
    "essays marked by a model": Idea(
        "affects_pupils evaluates_people influences_decision uses_generative_model "
        "reads_outside_text -human_reviews",
        "exclusion discrimination overreliance security no_recourse",
        "physical_safety surveillance abusive_content",
        ("learners", "second language", "teachers"),
    ),
    "school track of children": Idea(
        "affects_pupils affects_children evaluates_people predicts_behaviour profiles_people "
        "influences_decision uses_personal_data",
        "discrimination loss_of_autonomy overreliance privacy",
        "economic_loss abusive_content physical_safety",
        ("children", "teachers", "poor families"),
    ),
    "families on child allowance": Idea(
        "affects_benefit_claimants detects_misconduct predicts_behaviour evaluates_people "
        "influences_decision actor_public_authority uses_financial_data uses_personal_data "
        "ranks_people profiles_people",
        "discrimination economic_loss dignity privacy no_recourse drift",
        "intellectual_property psychological_harm abusive_content",
        ("families", "single parents", "caseworkers"),
    ),
    "ambulance dispatch": Idea(
        "affects_emergency_callers affects_patients sorts_urgency ranks_people "
        "influences_decision human_reviews uses_health_data",
        "physical_safety overreliance unequal_performance",
        "economic_loss democracy intellectual_property",
        ("whose call", "remote places", "dispatchers"),
    ),
    "risk of being attacked again": Idea(
        "affects_victims predicts_behaviour evaluates_people ranks_people influences_decision "
        "actor_police uses_personal_data human_reviews",
        "physical_safety overreliance discrimination privacy loss_of_autonomy",
        "work_conditions intellectual_property economic_loss",
        ("victims", "police officers", "children"),
    ),
    "origin from speech": Idea(
        "affects_migrants evaluates_people influences_decision uses_biometrics infers_traits "
        "actor_public_authority uses_personal_data",
        "discrimination liberty overreliance no_recourse privacy unequal_performance",
        "psychological_harm economic_loss environment",
        ("seek protection", "minority dialects", "case workers"),
    ),
    "faces in the mall": Idea(
        "affects_public identifies_people uses_biometrics monitors_people uses_camera_or_sensor",
        "surveillance liberty unequal_performance privacy exclusion",
        "no_recourse economic_loss drift",
        ("passes", "darker skin", "look or sound like"),
    ),
    "life cover from a wearable": Idea(
        "affects_insured evaluates_people predicts_behaviour sets_prices decides_alone "
        "uses_health_data monitors_people profiles_people uses_personal_data",
        "discrimination exclusion privacy economic_loss no_recourse",
        "abusive_content physical_safety democracy",
        ("chronic illness", "device", "policyholders"),
    ),
    "nodules in chest scans": Idea(
        "affects_patients supports_diagnosis uses_health_data influences_decision human_reviews",
        "physical_safety overreliance unequal_performance psychological_harm drift",
        "democracy economic_loss manipulation",
        ("patients", "doctors", "without the illness"),
    ),
    "pony that falls ill": Idea(
        "affects_children exploits_vulnerability persuades_people sells_to_people talks_to_people "
        "acts_as_companion personalises_content",
        "child_safety manipulation psychological_harm economic_loss",
        "overreliance discrimination work_conditions",
        ("children", "parents"),
    ),
    "portraits undressed": Idea(
        "depicts_real_people makes_intimate_images generates_content uses_generative_model",
        "abusive_content child_safety dignity",
        "overreliance discrimination work_conditions",
        ("women", "minors"),
    ),
    "forklift drivers asleep": Idea(
        "affects_workers warns_of_danger uses_camera_or_sensor uses_biometrics controls_machines "
        "-monitors_people -infers_emotions",
        "physical_safety surveillance overreliance unequal_performance",
        "manipulation democracy misinformation",
        ("beside them", "glasses", "workers"),
    ),
    "seized chats translated": Idea(
        "affects_suspects translates_or_transcribes actor_police uses_private_messages "
        "uses_third_party_data -evaluates_people -profiles_people",
        "liberty unequal_performance overreliance privacy",
        "manipulation economic_loss physical_safety",
        ("under suspicion", "smaller languages", "contacts"),
    ),
    "card payments blocked": Idea(
        "affects_customers detects_misconduct decides_alone moves_money uses_financial_data "
        "uses_location uses_personal_data -scores_over_time has_alternative",
        "exclusion discrimination privacy economic_loss",
        "liberty democracy physical_safety",
        ("customers", "travellers", "merchants"),
    ),
    "handbook chatbot for staff": Idea(
        "affects_workers talks_to_people gives_advice -evaluates_people -influences_decision "
        "uses_generative_model",
        "misinformation privacy",
        "discrimination economic_loss physical_safety",
        ("rely on the answer", "pregnancy"),
    ),
    "recipes from the fridge": Idea(
        "gives_advice error_could_injure",
        "physical_safety",
        "discrimination surveillance liberty",
        ("allergy",),
    ),
    "unusual log volume": Idea(
        "watches_systems reads_outside_text -evaluates_people",
        "overreliance privacy",
        "discrimination manipulation physical_safety",
        ("on call", "logs"),
    ),
    "manual in 14 languages": Idea(
        "translates_or_transcribes error_could_injure human_reviews publishes_content",
        "physical_safety unequal_performance",
        "surveillance privacy liberty",
        ("follow the instructions", "smaller languages"),
    ),
    "charts in words": Idea(
        "describes_images generates_content publishes_content human_reviews",
        "misinformation",
        "discrimination democracy work_conditions",
        ("blind",),
    ),
}
BENIGN = {
    "spell checker": "generates_content -evaluates_people",
    "meeting scheduler": "uses_personal_data",
    "photo de-noiser": "",
    "sommelier": "talks_to_people gives_advice affects_customers sells_to_people",
    "croissant forecast": "gives_advice",
    "two vans and 40 flower shops": "-allocates_work",
    "commit messages": "generates_content uses_generative_model reads_outside_text",
    "museum voice": "generates_content publishes_content human_reviews affects_public",
    "customer mails sorted": "reads_outside_text affects_customers uses_personal_data",
    "chess tutor": "gives_advice talks_to_people",
}
