"""One feature a story: joined words are parsed."""

import pytest

from tests.unit.analysis.stories.linting import marked, rules, wish

TWO_ACTS = [
    "approve and reject requests",
    "create a report and delete old ones",
    "view and edit my profile",
    "view & edit my profile",
    "view/edit my profile",
    "view and/or edit my profile",
    "add/remove members",
    "create, read, update and delete customers",
    "create, edit, delete posts",
    "log in and then reset my password",
    "log in, then reset my password",
    "upload a photo plus add a caption",
    "upload a photo as well as add a caption",
    "search for products and add them to my cart",
    "search for products and buy them",
    "select the items that I want and add them to my cart",
    "filter the list and export it as CSV",
    "see my orders and I want to cancel them",
    "see my orders and be able to cancel them",
    "see my orders and to cancel them",
    "see my orders, and also cancel them",
    "book a room and pay for it",
    "compare prices and book a flight",
    "scan a receipt and have it filed",
    "have the system validate my input and save the form",
    "click a particular location on the map and thereby perform a search of landmarks",
    "download files and upload images",
    "print and share tickets",
    "rate and review products",
    "comment on a post and like it",
    "pause the video and read the notes",
    "open the door and receive a log entry",
    "export the data to Excel and email the file to my boss",
    "send messages and receive notifications",
    "register for the course and pay the fee",
    "set a goal and track my progress",
    "enter my address and choose a delivery date",
    "sign up and log in",
    "see who is absent and call a substitute",
    "find the customer who called and send him a mail",
    "update my profile, change my password and delete my account",
    "approve holiday requests, delegate approval when I am away",
    "invite colleagues and assign roles to them",
    "manage users and configure permissions",
    "receive an email and an SMS and confirm my visit",
    "frobnicate the gizmo and twiddle the knob",
    "see the history or restore a version",
    "view, schedule, and re-schedule inspections",
    "order and pay for a pizza",
    "check my balance and transfer money",
    "track parcels and report problems",
    "add a comment and mention a colleague",
    "read an article and save it for later",
    "share a photo with friends and tag them",
    "request and approve leave",
    "request leave and approve it",
    "write a review and attach a picture",
    "preview and then publish the page",
    "review the draft and sign it",
    "archive or delete a project",
    "import contacts and merge duplicates",
    "plan a route and start navigation",
    "monitor traffic and block bad clients",
    "start a call and record it",
]
ONE_ACT = [
    "read the terms and conditions",
    "search and replace a word",
    "drag and drop files",
    "see profit and loss",
    "enter my name, address and phone number",
    "get a fast and reliable answer",
    "see the pros and cons",
    "compare dates and times",
    "see the likes and comments on my post",
    "see the search and filter options",
    "export orders and invoices",
    "export orders, invoices and refunds",
    "accept or decline an invitation",
    "enable or disable notifications",
    "turn notifications on or off",
    "sign up via Google or GitHub",
    "see orders by date and status",
    "use filters to sort and narrow results",
    "know how to create and delete a report",
    "know when the submission periods start and end",
    "see which users comment and like",
    "upload an image and its caption",
    "see names and contact details",
    "see the order number and report date",
    "see the title and process of each step",
    "find a bed for the night and the weekend",
    "view orders and search results",
    "view reports and access rights",
    "have view and edit permissions for the wiki",
    "have read and write access to the folder",
    "get an email when a build starts and stops",
    "see the file that my team created and shared",
    "add or create a new member",
    "find or search for a book",
    "see tasks for design and test",
    "contact sales and support",
    "see research and development costs",
    "compare the cost and benefit of a plan",
    "see black and white photos",
    "check the time and place of a meeting",
    "share photos with friends and family",
    "see stock by size, colour and brand",
    "see the start and end date",
    "receive alerts by mail and text",
    "see upload and download speeds",
    "see open and closed tickets",
    "track time and cost",
    "copy and paste a table",
    "pay by card or invoice",
    "see my bank and credit card details",
    "log in with my username and password",
    "choose between light and dark mode",
    "view the plan and budget for the year",
    "get accurate and complete data",
    "find a doctor near work or home",
    "see trade and transport statistics",
    "see click and view counts",
    "follow the rise and fall of prices",
    "let my partner and me share a list",
    "report bugs and issues",
    "see the name and role of each user",
    "mark an item as read or unread",
    "see trial and error logs",
    "see the question and answer of each quiz",
    "filter by make and model",
    "know the make and model of a car",
    "see a list of food and drink suppliers",
    "schedule a visit by phone or chat",
    "create a new game by entering a name and an optional description",
    "get directions to and from the venue",
    "compare before and after pictures",
    "compare input and output",
    "see total visits and clicks",
    "set opening and closing times",
    "be warned when stock falls and when it rises",
    "get feedback on speaking and writing",
    "see results for reading and writing",
    "see a summary of the past week and plan for the next one",
    "log in to the portal and app",
    "see the value and risk of each case",
    "see costs and use of energy",
    "see demand and supply",
    "see due dates and reminders",
    "hear music and sound effects",
    "export text and figures",
]
TWO_FEATURES = [
    "As a visitor I want to see a list of courses and can page through them",
    "As an admin, I want creation and deletion of users",
    "As a shop owner, I want the cashier to scan items and the customer to pay",
    "As a user, I want that prices are shown and discounts are hidden",
    "As a user, I want to view as well as edit my profile",
    "As a user, I want to not only view but also edit my profile",
    "As a user, I want to view my profile, but also edit it",
    "As a user, I want to see offers along with deleting old ones",
    "As a user, I want to both view and edit my profile",
    "As a user, I want to either edit or delete a post",
    "As a user, I want buyers to rate sellers and sellers to rate buyers",
    "As a user, I want to be notified and be able to reply",
    "As a user, I want to see my bill. I also want to pay it.",
    "As a user I want the system to validate my card and store it",
    "As a user I want the app to remind me and to log the reminder",
    "As a user, I want my photos sorted and tagged",
    "As a user, I want to have a cart and a wish list",
    "As a user, I want a cart and a wish list",
    "As a user, I want a page where I can view and edit my data",
    "As a user, I want a button to export and email reports",
    "As a user, I want a report that lets me filter and export rows",
    "As a user, I want the ability to create and delete folders",
    "As a user, I can upload files and share them",
    "As a user, I should be able to upload files and share them",
    "As a user, I need to be able to upload files and to share them",
    "As a user, I would like to upload files; I also want to share them",
    "As a user, I'd like to be able to find and book a room",
    "As a user, I want to upload files. I want to share them too.",
    "As a user, I want my data to be encrypted and backed up",
    "As a user, I want adding and removing of members",
    "In order to save time, as a nurse, I want to print labels and send them to the ward",
    "When I land, I want to see my gate and book a taxi, so I can get home",
    "As an admin, I need to approve requests and notify the requester.",
    "As a user I want to: create an account, log in and post",
    "As a user, I want to get a receipt, with the option to forward it",
    "As a guest, I want to see the menu with the possibility of ordering a dish",
    "As a clerk, I want to open a file, along with setting the date of its review",
    "As a clerk, I want to close a file until noon and print a receipt",
    "As a clerk, I want to find a file, and if there is none I want to open one",
    "As a cook, I want to order from the list of goods, change my order",
    "As a site visitor, I want to read a news item and be able to share it",
    "As a user I want to be able to pick a seat & pay",
    "As a user, I want to view a list of items, and to filter it",
    "As a user, I want to click on a pin then see its details",
    "As a user, I want to choose my seat and my meal and pay for both",
]
ONE_FEATURE = [
    "As a user, I want a page for import and export rules",
    "As a user, I want to see the creation and deletion date of users",
    "As a user, I want the light to be on and off",
    "As a user, I want the reports to show costs and the sales to date",
    "As a user, I want to be told what is open and what is closed",
    "As a user, I want a list that is short and complete",
    "As a user, I want to compare the plan and what is built",
    "As a user, I want the app to keep my settings and not ask again",
    "As a user, I want to change my password and email address",
    "As a user, I want a list of food and drink",
    "As a user, I want my data safe and sound",
    "As a user, I want the list sorted by name and date",
    "As a user, I want the system to be fast and secure",
    "As a user and admin, I want to see the log",
    "As a clerk who opens and closes cases, I want to see the log",
    "As a user, I want to see the log, so that I find errors and fix them",
    "As a user, I want a summary of sales and returns by week and month",
    "As a user, I want to be informed about delays and cancellations",
    "As a user, I want to be informed when someone likes and shares my post",
    "As a user, I want the form to have fields for name and address",
    "As a user, I want notifications by mail and push",
    "As a user, I want to be able to see when the shop opens and closes",
    "As a user I want all open and closed tickets of my team to be listed",
    "As a user, I want the mean and median of each column",
    "As a user, I want my profile to show my skills and interests",
    "As a user, I want a map that shows shops and stops",
    "As a user, I want to have one account for the web and mobile app",
    "As a user, I want prices in euros and dollars",
    "As a user, I want deleted and archived files to be hidden",
    "As a user, I want to be asked before I delete and overwrite a file",
    "As a user, I want to choose whether to download and install updates",
    "As a user, I want the option to pay by card or cash",
    "As a user, I want read and write access to the folder",
    "As a clerk, I want to print the import and export rules of a country",
    "So that I can plan, I want to know the needs of all guests",
    "As a user, I want to ensure that attempts to correct or delete files don't create new ones",
    "As a user, I want to prevent others from viewing and editing my files",
]


@pytest.mark.parametrize("means", TWO_ACTS)
def test_two_acts_are_two_features_with_one_object_or_two(means: str) -> None:
    assert rules(wish(means), "atomic") == ["atomic.verbs"] or "I want" in means


@pytest.mark.parametrize("means", ONE_ACT)
def test_joined_things_qualities_and_words_for_one_act_are_one_feature(means: str) -> None:
    assert rules(wish(means), "atomic") == []


@pytest.mark.parametrize("text", TWO_FEATURES)
def test_a_second_feature_is_found_in_any_form_of_the_wish(text: str) -> None:
    assert len(rules(text, "atomic")) == 1


@pytest.mark.parametrize("text", ONE_FEATURE)
def test_one_feature_is_left_alone_in_any_form_of_the_wish(text: str) -> None:
    assert rules(text, "atomic") == []


@pytest.mark.parametrize(
    ("means", "second"),
    [
        ("create a report and delete old ones", "and delete old ones"),
        ("view & edit my profile", "& edit my profile"),
        ("log in, then reset my password", ", then reset my password"),
        ("upload a photo as well as add a caption", "as well as add a caption"),
        ("create, read, update and delete customers", ", read"),
    ],
)
def test_the_span_is_what_joins_and_the_second_act(means: str, second: str) -> None:
    assert marked(wish(means), "atomic") == second


def test_joined_ends_are_one_rationale() -> None:
    text = "As a user, I want to pay, so that I own it and can sell it"
    assert rules(text, "atomic") == []


def test_joined_roles_are_one_role() -> None:
    assert rules("As a user and administrator, I want to pay", "atomic") == []


@pytest.mark.parametrize(
    "means",
    [
        "record an accept/reject decision after all reviews",
        "track and trace a parcel",
        "log a touch and go",
        "see the cut and fill of a site",
        "enter my weight and get the litres of water I need",
        "name a material, say glass, and be shown where it is taken",
        "freeze or unfreeze my card",
        "give or withdraw consent",
        "compare doses between admission and discharge",
        "read a report on the import and export of fruit",
        "see what my child read and wrote this week",
    ],
)
def test_pairs_answers_and_two_ends_of_a_range_are_one(means: str) -> None:
    assert rules(wish(means), "atomic") == []


@pytest.mark.parametrize(
    "means",
    [
        "file a plan while also checking the weather",
        "enter a count, which also mails the press",
        "block a buyer, plus a weekly report of returns",
        "pause the model; roll back to the last version",
        "geocode addresses and draw them on a map",
        "register and log in",
        "start a pump and to log who started it",
        "scan a parcel, and I'd also like to call the buyer",
        "open a case, and the system should assign it",
    ],
)
def test_also_plus_and_a_semicolon_add_a_feature(means: str) -> None:
    assert len(rules(wish(means), "atomic")) == 1
    assert rules(wish(means), "minimal") == []
