"""Run all measurements and print them; budgets stand beside the figures and fail nothing."""

import os
import platform

from copilot.settings import harden_environment
from scripts.bench import (
    decisions,
    evals,
    first_paint,
    hard_surveys,
    nps_intervals,
    pii,
    retrieval,
    search_speed,
    start,
    stories,
    survey_size,
    surveys,
    triage,
)
from scripts.bench.row import print_table

harden_environment()
machine = f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
print(f"Python {platform.python_version()}, {machine}; a busy machine measures itself")
print_table("Start (seconds, medians)", start.rows())
print_table("First paint of the terminal UI (headless, medians)", first_paint.rows())
print_table("Retrieval (evals/retrieval)", retrieval.rows())
print_table("Search speed", search_speed.rows())
print_table("Evals, replayed", evals.rows())
print_table("Ethics triage without a model (knowledge/ethics/examples)", triage.rows())
print_table("Decision log", decisions.rows())
print_table("Story linter (labelled stories of its tests)", stories.rows())
print_table("Personal data in survey answers (made by public rules)", pii.rows())
print_table("Intervals of survey themes (simulated)", surveys.rows())
print_table("Intervals of survey themes, harder answers (simulated)", hard_surveys.rows())
print_table("Intervals of NPS (simulated)", nps_intervals.rows())
print_table("A survey from file to report, without a model", survey_size.rows())
