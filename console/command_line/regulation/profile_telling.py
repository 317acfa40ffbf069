"""What a profile rules, line by line: the numbers people ask for, each with its article."""

from collections.abc import Callable, Iterator, Mapping

from console.command_line.phrasing import Kind
from console.command_line.regulation.phrasing import RegulationSay as Say
from console.regulation.limits import Limit
from console.regulation.profile import ProfileInForce


class ProfileTelling:
    """Tells of one profile; `phrase` gives the sentence of a kind."""

    def __init__(self, profile: ProfileInForce, phrase: Callable[[Kind, Mapping[str, object]], str]) -> None:
        self._profile, self._phrase = profile, phrase

    def lines(self) -> Iterator[str]:
        """Yields document, words, times, rules, and what is to be known about the text."""
        yield from self._document()
        yield from self._before()
        yield from self._rules()
        yield from self._remarks()

    def choice(self) -> str:
        """Returns which rule of microphones has to be chosen, and how."""
        options = "; ".join(f"--mute {rule.value} ({self._phrase(rule, {})})" for rule in self._profile.open_choices)
        return self._say(Say.CHOICE_NEEDED, name=self._profile.name, options=options)

    def _say(self, kind: Say, **values: object) -> str:
        return self._phrase(kind, values)

    def _limit(self, limit: Limit) -> str:
        return self._phrase(limit.unit, {"amount": limit.amount})

    def _when(self, kind: Say, limit: Limit | None) -> str:
        return self._say(Say.NOT_SAID) if limit is None else self._say(kind, limit=self._limit(limit))

    def _document(self) -> Iterator[str]:
        document, terms = self._profile.regulation.document, self._profile.terms
        parts = (document.title, document.number, document.issued, document.signed_by)
        yield self._say(Say.DOCUMENT, title=" · ".join(part for part in parts if part))
        yield self._say(
            Say.TERMS, main=terms.main, sub=terms.sub, chairperson=terms.chairperson, department=terms.department
        )

    def _before(self) -> Iterator[str]:
        regulation = self._profile.regulation
        rule, urgent = regulation.registration, regulation.registration.urgent
        when = self._when(Say.AT_LEAST_BEFORE, rule.normal)
        yield self._say(Say.REGISTERED, when=when, article=_in_brackets(rule.article))
        when = self._when(Say.AT_LEAST_BEFORE, urgent.limit)
        yield self._say(Say.REGISTERED_URGENT, when=when, article=_in_brackets(urgent.article or rule.article))
        for check in regulation.checks:
            values = {"stage": check.stage, "limit": self._limit(check.before), "article": _in_brackets(check.article)}
            if check.alternative is None:
                yield self._say(Say.CHECKED, **values)
            else:
                yield self._say(Say.CHECKED_OR, **values, other=self._limit(check.alternative))
        connecting = regulation.connect_before
        if connecting.before is not None:
            yield self._say(
                Say.CONNECTED, limit=self._limit(connecting.before), article=_in_brackets(connecting.article)
            )

    def _rules(self) -> Iterator[str]:
        regulation = self._profile.regulation
        mute, recording, contacts = regulation.mute, regulation.recording, regulation.contacts
        rule = self._say(Say.NOT_SAID) if mute.rule is None else self._phrase(mute.rule, {})
        yield self._say(Say.MICROPHONES, rule=rule, article=_in_brackets(mute.article))
        when = self._when(Say.WITHIN, recording.handover)
        yield self._say(Say.HANDED_OVER, when=when, article=_in_brackets(recording.article))
        yield self._say(Say.PEOPLE, count=contacts.least_technicians, article=_in_brackets(contacts.article))

    def _remarks(self) -> Iterator[str]:
        profile = self._profile
        if profile.open_choices:
            yield self.choice()
        for heading, notes in ((Say.GAPS, profile.regulation.document.gaps), (Say.COMPARED, profile.checked)):
            if notes:
                yield from (self._say(heading), *(f"  - {note}" for note in notes))


def _in_brackets(article: str) -> str:
    return f" ({article})" if article else ""
