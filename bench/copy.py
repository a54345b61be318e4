"""Wire copy for benchmarks: invented, as long and as varied as real copy, and the same on each run."""

from __future__ import annotations

import random
from collections.abc import Iterator

WORDS = [
    "harbour",
    "council",
    "bridge",
    "winter",
    "report",
    "members",
    "price",
    "ferry",
    "school",
    "river",
    "budget",
    "morning",
    "vote",
    "engineers",
    "station",
    "region",
    "market",
    "season",
    "captain",
    "office",
    "evidence",
    "letter",
    "garden",
    "library",
    "island",
    "coast",
    "minister",
    "company",
    "workers",
    "agreed",
    "said",
    "would",
    "after",
    "before",
    "between",
    "during",
    "against",
    "without",
    "nearly",
    "again",
    "since",
    "until",
    "while",
    "about",
]
NAMES = [
    "Anna",
    "Marta",
    "Oskar",
    "Ivo",
    "Selma",
    "Deniz",
    "Lucía",
    "Pavel",
    "Noor",
    "Ewan",
    "Jorun",
    "Aylin",
    "Tove",
    "Birgir",
    "Zoë",
]
SURNAMES = [
    "Holm",
    "Adeyemi",
    "Çelik",
    "Brandt",
    "Øverby",
    "Lindqvist",
    "Okafor",
    "Marchetti",
    "Novák",
    "Färber",
    "Ilgaz",
    "Corvo",
]
PLACES = ["CORRIN", "TARNBY", "VELLMERE", "LOWMARSH", "SKARVIK", "HVITFELL"]
TOPICS = [f"{first} {second}" for first in WORDS[:24] for second in WORDS[:8]]
SECTIONS = ("World", "Politics", "Business", "Culture", "Science")


def stories(number: int, seed: int = 1) -> Iterator[bytes]:
    """That many stories of about 2,500 characters, with byline, dateline, date and tags."""
    pick = random.Random(seed)
    for at in range(number):
        yield story(pick, at).encode()


def story(pick: random.Random, at: int) -> str:
    """One story in the plain shape that most agencies send."""
    author, helper = name(pick), name(pick)
    month = pick.choice(("May", "June", "July"))
    day = f"{pick.randint(1, 28)} {month} 2026, {pick.randint(0, 23):02}:{pick.randint(0, 59):02}"
    tags = ", ".join(pick.sample(TOPICS, 6))
    body = "\n\n".join(sentences(pick, pick.randint(2, 4)) for _ in range(pick.randint(7, 11)))
    return (
        f"{sentence(pick, 8)} {at}\n\n"
        f"Written by {author} on {day}. Posted in {pick.choice(SECTIONS)}\n\n"
        f"{sentence(pick, 18)}.\n\n"
        f"{author} - {pick.choice(PLACES)} (Meridian) - {body}\n\n"
        f"* {helper} contributed to this report from {pick.choice(PLACES).title()}.\n\n"
        f"Tags: {tags}\n"
    )


def name(pick: random.Random) -> str:
    """One of some 180 people."""
    return f"{pick.choice(NAMES)} {pick.choice(SURNAMES)}"


def sentence(pick: random.Random, words: int) -> str:
    """Words with a capital at the front and no full stop."""
    return " ".join(pick.choices(WORDS, k=words)).capitalize()


def sentences(pick: random.Random, number: int) -> str:
    """A paragraph."""
    return " ".join(f"{sentence(pick, pick.randint(9, 17))}." for _ in range(number))
