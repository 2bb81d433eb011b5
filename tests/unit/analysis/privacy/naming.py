"""Names of several cultures, and sentences whose words are no cue of any rule."""

FRAMES = (
    "the refund {} promised never came",
    "If it wasn't for {} I would have left.",
    "I want {} to get a raise",
    "Everything was fine until {} took over the account.",
    "Nobody but {} knew the answer.",
    "After {} left, quality dropped.",
    "{} deserves a medal",
    "The session with {} ran over time.",
    "I trust {} more than the chatbot.",
    "Please give {} a bonus.",
    "The email {} sent me had no attachment.",
    "We waited for {} for an hour.",
    "It cost {} three attempts.",
    "I hope {} comes back soon.",
    "They blamed {} for the delay.",
    "Only {} could log in.",
    "The handover between {} and the night shift failed.",
    "{} never showed up on Friday",
    "Without {} the event would be dull.",
    "Complaint about {} and the late delivery",
)
NAMES = {
    "English": (
        "James Whitcombe", "Olivia Hartigan", "Tyler Brookfield", "Hannah Peabody",
        "Gareth Llewellyn", "Megan O'Rourke", "Callum Fraser", "Brittany Hollis",
        "Derek Stubbs", "Phoebe Lockwood",
    ),
    "Spanish": (
        "Alejandro Quiñones", "María Fernanda Lugo", "Joaquín Belmonte", "Lucía Arriaga",
        "Esteban Zubiría", "Rocío Villaseñor", "Iván Echeverri", "Paloma Santibáñez",
        "Gonzalo Urrutia", "Ximena Bohórquez",
    ),
    "Indian": (
        "Priyanka Deshpande", "Arvind Subramaniam", "Lakshmi Venkatesan", "Rohit Malhotra",
        "Anjali Chatterjee", "Harpreet Sandhu", "Kavitha Nambiar", "Siddharth Bhonsle",
        "Meenakshi Iyer", "Tanmay Kulkarni",
    ),
    "East Asian": (
        "Takeshi Morinaga", "Yuki Hasegawa", "Nguyễn Thị Lan", "Kim Min-jun", "Zhang Xiaoming",
        "Wei Ling Tan", "Haruka Kinoshita", "Park Seo-yeon", "Chen Guoliang", "Akiko Watanabe",
    ),
    "African and Arab": (
        "Chukwuemeka Obiora", "Fatima Al-Mansouri", "Kwame Boateng", "Thandiwe Khumalo",
        "Mohamed El-Sayed", "Aisha Abdullahi", "Yusuf Kaplan", "Ngozi Eze", "Tariq Haddad",
        "Wanjiku Kamau",
    ),
}  # fmt: skip
"""Written by the hand that wrote the lists, so most are in them."""
