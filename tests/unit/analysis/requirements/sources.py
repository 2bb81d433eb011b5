"""Sources of four forms, and requirements that none of them has."""

from copilot.stores.draft_books import read_source_reader

READER = read_source_reader()

WITH_IDS = """# Visits of the swimming pool

## Requirements

- REQ-001: Guests must be able to book a lane for one hour.
- REQ-002: The booking must be cancelled if nobody arrives within 10 minutes.
- REQ-003: Swimming clubs must see which lanes are free on a Saturday.
- REQ-004: The attendant must be warned when the water is colder than 22 degrees.
- REQ-005: Season tickets must be checked at the turnstile.
- REQ-006: The turnstile must never lock anybody in.
- REQ-007: Prices must be shown with tax before payment.
- REQ-008: A refund must arrive on the card that was charged.
- REQ-009: The manager must get a list of unused bookings every Monday.
- REQ-010: Children under 8 must be booked together with an adult.

## Out of scope

- We will not sell food.
"""

WITHOUT_IDS = """# Repairs in rented flats

## Background

Tenants call the office today, and half of the calls are about the heating.

## What it must do

* A tenant can report a broken heating with a photo.
* The caretaker must see every report on the day it was made.
* Reports about gas must reach the emergency service at once.
* When a part is ordered, the tenant must be told the day of delivery.
* When a repair is finished, the tenant must be asked whether it holds.
* An invoice must name the flat and the workshop.
* The landlord must be able to approve costs above 400 euro.
* Workshops must not see the phone number of a tenant.
* Old reports must be deleted after 24 months.
* Somebody who cannot read must be able to speak the report.

## Questions

* Who pays for a visit in vain?
"""

PROSE = """Our museum wants to lend audio guides without a desk. Visitors must be able to
take a guide from the shelf with their ticket. The shelf must open within 4
seconds, and a lamp must show which guide is charged. When a guide leaves the
building, the guard must hear a tone.

We spoke with 12 guards last month. They were tired of counting headsets by
hand. A guide must be cleaned before the next visitor gets it. The cleaner must
see how many headsets wait in the box. Stories must be available in sign
language as well. The visitor can stop a story and go on later. Nobody may be
tracked through the rooms. Lost guides must be listed for the office every
evening. The shelf should say in plain words when no guide is left.
"""

NESTED = """# Delivery notes

The delivery note must:

- name the sender and the receiver
- count the boxes and their weight
- carry a code that a scanner can read
- offer a signature field that must:
  - accept a finger or a pen
  - keep the time of signing
  - refuse an empty signature
- say which box is fragile
- print on one page of size A5

The driver must be able to:

1. photograph a damaged box
2. leave a parcel with a neighbour
3. mark an address as closed
4. call the warehouse with one tap
"""

DOCUMENTS = {"ids": WITH_IDS, "items": WITHOUT_IDS, "prose": PROSE, "nested": NESTED}

NEW_ACTS = (
    "export the ledger as a spreadsheet",
    "play a melody at noon",
    "translate every label into Welsh",
    "sort cartridges by colour",
    "hide salaries from interns",
    "encrypt the archive with a fresh key",
    "dim the screen after sunset",
    "print a badge for each volunteer",
    "count bicycles in the yard",
    "remember the favourite font",
    "draw a map of the basement",
    "weigh the luggage twice",
    "merge duplicate contacts",
    "announce the winner of the raffle",
    "water the plants on weekends",
    "block spam from unknown domains",
    "suggest a recipe for leftovers",
    "record the humidity of the cellar",
    "compare quotes from 3 insurers",
    "rotate passwords each quarter",
    "simulate an outage of the mainframe",
    "scan barcodes upside down",
    "rank essays by length",
    "invite alumni to the anniversary",
    "convert miles into kilometres",
    "freeze the budget at 90 percent",
    "broadcast the chess tournament",
    "attach a licence to every picture",
    "wake the backup generator",
    "publish the minutes of the council",
)
"""What no source asks for; behind a subject and `must` each is a requirement."""
