"""A named measure must be reported as carried out, with something of its own beside the name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from checker.checks import figures
from checker.checks.outcome import Near, Outcome, Proof, proof, titled
from checker.matching import Hit, Names
from checker.ruleset.model import Item, Ruleset
from checker.structure import Reading
from checker.structure.zones import Statement

_NEAR: Final = 86
_LONG_NAME: Final = 8
_REACH: Final = 3
"""How many statements behind the name are still about it when nothing else begins."""
_CLAUSE: Final = 44
# How often verdicts of a kind were right on reports that nobody had looked at while the rules were written
# (docs/verdicts.md says how that was measured).
_SURE: Final = 0.97
_LIKELY: Final = 0.92
_FAIR: Final = 0.85
_DOUBTFUL: Final = 0.75
_MAX_PROOFS: Final = 5


def run(reading: Reading, item: Item, ruleset: Ruleset) -> Outcome:
    """Looks for the measure's names, then for content of its own in account text; other zones only make it weak."""
    return _Search(reading, item, ruleset).outcome()


class _Mention:
    def __init__(self, statement: Statement, index: int, hit: Hit) -> None:
        self.statement, self.index, self.hit = statement, index, hit


class _Search:
    def __init__(self, reading: Reading, item: Item, ruleset: Ruleset) -> None:
        self._reading, self._item = reading, item
        self._text = reading.view.text
        self._ruleset = ruleset

    def outcome(self) -> Outcome:
        nothing = self._not_applicable()
        if nothing is not None:
            return Outcome("present", "not-applicable", (proof(nothing),), (), _SURE)
        exact = self._name_hits()
        mentions = self._mentions(exact)
        done = self._proofs(self._account_of(mentions))
        if not done:
            # Aligning names nearly is the dearest step, so it is taken only where it can still change the answer.
            mentions = self._mentions([*exact, *self._near_hits(exact)])
            done = self._proofs(self._account_of(mentions))
        if done:
            sure = _SURE if len(done) > 1 and done[0].similarity == 100 else _LIKELY
            return Outcome("present", None, tuple(done[:_MAX_PROOFS]), (), sure)
        return self._short(mentions, self._account_of(mentions))

    def _account_of(self, mentions: Sequence[_Mention]) -> list[_Mention]:
        return [m for m in mentions if m.statement.zone == "account" and not self._lacking(m)]

    def _short(self, mentions: Sequence[_Mention], account: Sequence[_Mention]) -> Outcome:
        codes = self._item.codes
        described = [proof(s) for s in self._account("substance") if self._described(s)]
        collective = [s for s in self._account("collective") if not self._has(s, "not_collective")]
        lacking = [
            m
            for m in mentions
            if m.statement.zone == "shortcomings" or (m not in account and m.statement.zone == "account")
        ]
        planned = [m for m in mentions if m.statement.zone == "plan"]
        near = tuple(Near(proof(m.statement, m.hit.similarity), codes["planned"]) for m in planned[:2])
        if account:
            code = codes["heading_only"] if all(m.statement.heading for m in account) else "bare-mention"
            return Outcome("weak", code, tuple(self._around(m) for m in account[:2]), near, _FAIR)
        if described:
            return Outcome("weak", "unnamed", tuple(described[:2]), near, _DOUBTFUL)
        if collective:
            return Outcome("weak", "collective-only", tuple(proof(s) for s in collective[:2]), near)
        if lacking:
            return Outcome("weak", codes["lacked"], tuple(self._around(m) for m in lacking[:2]), near)
        if planned:
            return Outcome("weak", codes["planned"], tuple(self._around(m) for m in planned[:2]), (), _FAIR)
        return Outcome("missing", "absent", (), self._lookalikes(), self._sure_of_nothing())

    def _sure_of_nothing(self) -> float:
        """The more a report says of the field, the likelier it describes the measure in words that are not known."""
        told = len(self._account("context"))
        return _SURE if told == 0 else _FAIR if told <= 2 else _DOUBTFUL

    def _account(self, name: str) -> list[Statement]:
        """The statements of the account in which a phrase of the option `name` stands."""
        statements = self._reading.statements
        return [s for at in self._reading.about(self._item.groups[name]) if (s := statements[at]).zone == "account"]

    def _has(self, statement: Statement, name: str) -> bool:
        group = self._item.groups[name]
        return any(
            not titled(self._text, h.start) for h in self._reading.hits.within(group, statement.start, statement.end)
        )

    def _name_hits(self) -> list[Hit]:
        hits, groups = self._reading.hits, self._item.groups
        short = [hit for hit in hits.all(groups["short_names"]) if self._in_context(hit)]
        found = [*hits.all(groups["names"]), *short]
        false = hits.all(groups["not_names"])
        return [hit for hit in found if not _covered(hit, false)]

    def _in_context(self, hit: Hit) -> bool:
        """Whether the words around a short name, or the headings above it, are of the field it belongs to."""
        group = self._item.groups["context"]
        at = self._reading.statement(hit.start)
        if at is None or not self._item.numbers["context_required"]:
            return True
        s = self._reading.statements[at]
        around = [
            h
            for h in self._reading.hits.within(group, s.start, s.end)
            if not (h.start >= hit.start and h.end <= hit.end)
        ]
        if around or (s.heading and self._follows(at, group)):
            return True
        section = s.section
        while section is not None:
            title = self._reading.sections[section].title
            if self._reading.hits.any(group, *title):
                return True
            section = self._reading.sections[section].parent
        return False

    def _follows(self, at: int, group: int) -> bool:
        """Whether what stands right behind the heading at `at` is of the field: it heads a paragraph about it."""
        s, following = self._reading.statements[at], self._reading.statements[at + 1 : at + 2]
        return any(f.block == s.block and self._reading.hits.any(group, f.start, f.end) for f in following)

    def _near_hits(self, exact: Sequence[Hit]) -> list[Hit]:
        """Places where a long name stands nearly, in statements that do not have it to the letter."""
        named = {self._reading.statement(hit.start) for hit in exact}
        spans = [(s.start, s.end) for at, s in enumerate(self._reading.statements) if at not in named]
        false = self._reading.hits.all(self._item.groups["not_names"])
        alike = _names(self._ruleset, self._item).find(self._text, spans)
        return [hit for hit in alike if not _covered(hit, false)]

    def _mentions(self, hits: Sequence[Hit]) -> list[_Mention]:
        inside: dict[int, list[Hit]] = {}
        for hit in sorted(hits):
            at = self._reading.statement(hit.start)
            if at is not None and hit.end <= self._reading.statements[at].end:
                inside.setdefault(at, []).append(hit)
        return [
            _Mention(
                self._reading.statements[at], at, max(found, key=lambda hit: (hit.similarity, hit.end - hit.start))
            )
            for at, found in sorted(inside.items())
        ]

    def _lacking(self, mention: _Mention) -> bool:
        """Whether the clause around the name says that the measure is lacking."""
        start, end = self._clause(mention.hit)
        return self._reading.hits.any(self._item.groups["lacking"], start, end)

    def _clause(self, hit: Hit) -> tuple[int, int]:
        start = max(self._text.rfind(mark, 0, hit.start) for mark in ",;:\u3002\n") + 1
        ends = [at for mark in ",;\u3002\n" if (at := self._text.find(mark, hit.end)) >= 0]
        return start, min([*ends, len(self._text)])

    def _not_applicable(self) -> Statement | None:
        hits, groups = self._reading.hits, self._item.groups
        about = self._reading.about
        powerless = set(about(groups["no_power"]))
        for at in sorted(powerless | set(about(groups["not_applicable"]))):
            s = self._reading.statements[at]
            if s.zone == "shortcomings":
                continue
            if at in powerless:
                return s
            if any(hits.any(groups[name], s.start, s.end) for name in ("names", "short_names", "collective")):
                return s
        return None

    def _proofs(self, account: Sequence[_Mention]) -> list[Proof]:
        found: list[Proof] = []
        for mention in account:
            for statement in self._scope(mention):
                if self._content(statement, mention):
                    if not mention.statement.heading and statement is not mention.statement:
                        found.append(proof(mention.statement, mention.hit.similarity))
                    found.append(proof(statement, mention.hit.similarity if statement is mention.statement else 100))
        if account and not found:
            found = [proof(s) for s in self._account("substance") if self._has_substance(s)]
        return sorted(set(found), key=lambda p: (-p.similarity, p.start))

    def _scope(self, mention: _Mention) -> list[Statement]:
        """The statements that are about the mention: its own, and those behind it until another subject begins."""
        statements = self._reading.statements
        scope = [mention.statement]
        reach = 12 if mention.statement.heading else _REACH
        end = self._section_end(mention.statement)
        for statement in statements[mention.index + 1 : mention.index + 1 + reach]:
            if statement.start >= end or statement.zone != "account":
                break
            if self._has(statement, "siblings") and not self._has(statement, "names"):
                break
            scope.append(statement)
        return scope

    def _section_end(self, statement: Statement) -> int:
        if statement.section is None:
            return self._reading.view.blocks[statement.block].end
        return self._reading.sections[statement.section].end

    def _content(self, statement: Statement, mention: _Mention) -> bool:
        hits, groups = self._reading.hits, self._item.groups
        formulas = hits.within(groups["formulas"], statement.start, statement.end)
        own = [
            hit
            for hit in hits.within(groups["own_content"], statement.start, statement.end)
            if not titled(self._text, hit.start) and not _covered(hit, formulas)
        ]
        if statement is not mention.statement:
            return bool(own)
        if any(self._belongs(hit, mention, statement) for hit in own) or self._has_substance(statement):
            return True
        return figures.count(self._reading, self._item, statement.start, statement.end) > 0

    def _described(self, statement: Statement) -> bool:
        """Whether the statement tells the substance in words of its own, not in a list of the systems' names."""
        hits, groups = self._reading.hits, self._item.groups
        names = hits.within(groups["siblings"], statement.start, statement.end)
        false = hits.within(groups["not_substance"], statement.start, statement.end)
        return any(
            not titled(self._text, hit.start)
            and not any(hit.start < n.end and n.start < hit.end for n in [*names, *false])
            for hit in hits.within(groups["substance"], statement.start, statement.end)
        )

    def _has_substance(self, statement: Statement) -> bool:
        return self._described(statement) and not statement.heading

    def _belongs(self, content: Hit, mention: _Mention, statement: Statement) -> bool:
        """In a list of systems what stands between another's name and the next is that other's."""
        siblings = self._reading.hits.within(self._item.groups["siblings"], statement.start, statement.end)
        siblings = [hit for hit in siblings if not (hit.start < mention.hit.end and mention.hit.start < hit.end)]
        if not siblings:
            return True
        if self._reading.hits.any(self._item.groups["strong_content"], content.start, content.end):
            return True
        before = [hit for hit in siblings if mention.hit.end <= hit.start < content.start]
        return not before and content.start >= mention.hit.start - 12

    def _around(self, mention: _Mention) -> Proof:
        """The mention's statement, cut to the clauses around the name where it is long."""
        s = mention.statement
        if s.end - s.start <= 120:
            return proof(s, mention.hit.similarity)
        start, end = self._clause(mention.hit)
        if end - start < 15:
            end = min(s.end, start + 60)
        return Proof(max(start, s.start), min(end, s.end), s.zone, mention.hit.similarity)

    def _lookalikes(self) -> tuple[Near, ...]:
        about = self._reading.about(self._item.groups["not_names"])
        return tuple(Near(proof(self._reading.statements[at]), "look-alike") for at in about[:2])


def _covered(hit: Hit, others: Sequence[Hit]) -> bool:
    return any(o.start <= hit.start and hit.end <= o.end for o in others)


_prepared: dict[tuple[str, int], Names] = {}


def _names(ruleset: Ruleset, item: Item) -> Names:
    """The long names of the item, prepared once for a ruleset."""
    group = item.groups["names"]
    key = (ruleset.info.digest, group)
    if key not in _prepared:
        words = [word for p in ruleset.patterns(group) if len(p.parts) == 1 for word in p.parts[0]]
        _prepared[key] = Names([word for word in words if len(word) >= _LONG_NAME], _NEAR)
    return _prepared[key]
