"""The province's own words inside the phrases: its regulation says "điểm cầu chủ tọa" where another says "chính".

Rule: phrases are written with the words on the left; what a profile calls them is put in where a phrase is said, so
that no phrase has to know of profiles. With the words of the phrases themselves nothing is touched and nothing costs.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from console.regulation.province import EnglishTerms, Terms

DEPARTMENT = "Sở quản lý"
MOST_KEPT = 4096
"""Phrases kept in the province's words; the program has fewer."""

_own: dict[str, dict[str, str]] = {}
"""By language: the phrases' word, as small and as great letters have it, and the province's."""


def use_terms(terms: Terms | None) -> bool:
    """Says everything in the words of a profile from now on (None: in the phrases' own).

    Tells whether a window has to be said anew; the department alone stands in pages that are opened later.
    """
    wanted = {} if terms is None else {"vi": _differing(_vietnamese(terms)), "en": _differing(_english(terms))}
    changed = [_without_department(words) for words in (wanted, _own)]
    _own.clear()
    _own.update(wanted)
    _worded.cache_clear()
    return changed[0] != changed[1]


def use_main_word(main: str, english: str) -> bool:
    """Says everything with the province's word for the main endpoint, all that a site is told of its profile."""
    return use_terms(Terms(main=main, english=EnglishTerms(main=english or EnglishTerms().main)))


def _without_department(words: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    rest = {
        language: {word: own for word, own in of.items() if word.lower() != DEPARTMENT.lower()}
        for language, of in words.items()
    }
    return {language: of for language, of in rest.items() if of}


def in_terms(text: str, language: str) -> str:
    """Returns a phrase of a language in the words of the profile in use."""
    return _worded(text, language) if _own.get(language) else text


@lru_cache(maxsize=MOST_KEPT)
def _worded(text: str, language: str) -> str:
    own = _own[language]
    found = re.compile("|".join(map(re.escape, sorted(own, key=len, reverse=True))))
    return found.sub(lambda word: own[word[0]], text)


def _vietnamese(terms: Terms) -> Mapping[str, str]:
    return {
        "điểm cầu chính": terms.main,
        "điểm cầu vệ tinh": terms.sub,
        "cơ quan chủ trì": terms.host_agency,
        "người chủ trì": terms.chairperson,
        "trung tâm điều khiển": terms.centre,
        DEPARTMENT: terms.department,
    }


def _english(terms: Terms) -> Mapping[str, str]:
    return {"main endpoint": terms.english.main, "host agency": terms.english.host_agency}


def _differing(words: Mapping[str, str]) -> dict[str, str]:
    """Returns the words that a profile has another one for, also as they begin a sentence and in capitals."""
    cases = (str, _capitalised, str.upper)
    return {case(word): case(own) for word, own in words.items() if own != word for case in cases}


def _capitalised(word: str) -> str:
    return word[:1].upper() + word[1:]
