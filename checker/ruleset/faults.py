"""What the models of the language refuse → problems in the words of the author of a ruleset."""

from __future__ import annotations

import re
from types import NoneType
from typing import Any, Final, get_args

from checker.messages import say
from checker.ruleset import finding_schema, schema, schema_parts
from checker.ruleset.yaml_files import Place, Source, near_word
from checker.text import Text

_FULL_WIDTH: Final = "\uff1a"
_LISTED: Final = ("items", "findings")


def report(source: Source, fault: Any) -> None:
    """Notes in `source` one error of pydantic."""
    loc: Place = fault["loc"]
    # Discriminated unions put the discriminator's value into the path; the YAML has no such level.
    named = len(loc) > 2 and loc[0] in _LISTED and loc[2] in _CHECK_NAMES
    place: Place = loc[:2] + loc[3:] if named else loc
    listed = len(place) == 2 and place[0] in _LISTED
    if (listed or not place) and fault.get("input", ...) is None:
        return  # A file that holds nothing, or could not be read, has been told of already.
    kind = fault["type"]
    if kind == "extra_forbidden":
        _unknown(source, place, loc, fault)
    elif kind == "missing":
        name = str(place[-1])
        key = "ruleset-missing-translation" if name in ("zh", "en") else "ruleset-missing-key"
        source.problem(source.place(place[:-1]), key, name=name)
    elif kind.startswith(("union_tag", "literal_error")):
        _not_a_choice(source, place, fault)
    elif not _turned(source, place, fault.get("input")):
        _wrong(source, place, _wanted(kind, fault))


def _turned(source: Source, place: Place, value: Any) -> bool:
    """Whether it is told already that YAML makes something else of the value."""
    return isinstance(value, str) and (source.place(place)[:2], value) in source.turned


def _wrong(source: Source, place: Place, wanted: Text) -> None:
    """An entry of a list goes by the name of the list."""
    name = next((part for part in reversed(place) if isinstance(part, str)), source.place(place)[0])
    source.problem(source.place(place), "ruleset-bad-value", name=name, detail=wanted)


def _unknown(source: Source, place: Place, loc: Place, fault: Any) -> None:
    name, known = str(place[-1]), _known(place, loc)
    if _FULL_WIDTH in name:
        source.problem(source.place(place), "ruleset-full-width-colon", name=name)
    elif fault["input"] is None and known == ["zh", "en"]:
        # {zh: …, en: first, second} is how a sentence with a comma comes apart.
        source.problem(source.place(place), "ruleset-torn-sentence", name=name)
    else:
        source.problem(source.place(place), "ruleset-unknown-key", hint=near_word(name, known), name=name)


def _not_a_choice(source: Source, place: Place, fault: Any) -> None:
    context = fault.get("ctx", {})
    if fault["type"] == "union_tag_not_found":
        source.problem(source.place(place), "ruleset-missing-key", name="check")
        return
    given = fault.get("input", "")
    if fault["type"] == "union_tag_invalid":
        given, place = context.get("tag", ""), (*place, "check")
    choices = re.findall(r"'([^']*)'", str(context.get("expected", context.get("expected_tags", ""))))
    expected = ", ".join(choices) or str(context.get("expected", ""))
    if isinstance(given, (str, int)):
        hint = near_word(str(given), choices)
        source.problem(source.place(place), "ruleset-bad-choice", hint=hint, given=str(given), expected=expected)
    else:
        _wrong(source, place, say("ruleset-wants-choice", expected=expected))


def _wanted(kind: str, fault: Any) -> Text:
    """What should stand there instead of a value that cannot be used."""
    context = fault.get("ctx", {})
    if kind == "value_error":  # Our own validators name the sentence.
        return say(fault["msg"].removeprefix("Value error, "))
    if kind == "model_type" and context.get("class_name") == "Bilingual":
        return say("ruleset-wants-translations")
    if kind == "string_pattern_mismatch":
        return say(_BY_PATTERN[context["pattern"]])
    limit = next((context[name] for name in ("ge", "le", "gt", "lt", "min_length") if name in context), "")
    return say(_WANTED.get(kind, "ruleset-wants-other"), limit=limit)


_WANTED: Final = {
    "model_type": "ruleset-wants-mapping",
    "model_attributes_type": "ruleset-wants-mapping",
    "dict_type": "ruleset-wants-mapping",
    "list_type": "ruleset-wants-list",
    "string_type": "ruleset-wants-text",
    "bool_type": "ruleset-wants-boolean",
    "bool_parsing": "ruleset-wants-boolean",
    "int_type": "ruleset-wants-number",
    "int_parsing": "ruleset-wants-number",
    "int_from_float": "ruleset-wants-number",
    "float_type": "ruleset-wants-number",
    "greater_than_equal": "ruleset-wants-at-least",
    "less_than_equal": "ruleset-wants-at-most",
    "too_short": "ruleset-wants-entries",
    "string_too_short": "ruleset-wants-something",
}
_BY_PATTERN: Final = {
    schema_parts.ID: "ruleset-wants-id",
    schema_parts.RULESET_ID: "ruleset-wants-code",
    schema_parts.CODE: "ruleset-wants-code",
    schema_parts.DAY: "ruleset-wants-day",
    schema_parts.VERSION: "ruleset-wants-version",
    finding_schema.DAY_OF_YEAR: "ruleset-wants-day-of-year",
}


def _by_check(base: Any) -> dict[str, Any]:
    """The models of items or findings by the check they name."""
    return {model.model_fields["check"].annotation.__args__[0]: model for model in base.__subclasses__()}


ITEMS: Final = _by_check(schema._Item)
FINDINGS: Final = _by_check(finding_schema._Finding)
_CHECK_NAMES: Final = ITEMS.keys() | FINDINGS.keys()


def _known(place: Place, loc: Place) -> list[str]:
    """The keys that are allowed where an unknown one stood."""
    model: Any = schema.RulesetFile
    for part in place[:-1]:
        if isinstance(part, int):
            continue
        field = {f.alias or n: f for n, f in model.model_fields.items()}.get(str(part))
        if part in _LISTED:
            kinds = ITEMS if part == "items" else FINDINGS
            named = next((str(p) for p in loc if p in kinds), "")
            model = kinds.get(named, schema._Item if part == "items" else finding_schema._Finding)
        elif field is not None:
            model = inner_model(field.annotation)
            if model is None:
                return []
    return [field.alias or name for name, field in model.model_fields.items()]


def inner_model(annotation: Any) -> Any:
    """The model that `annotation` is about, be it one, a list of them or one for each key; None where there is none."""
    if isinstance(annotation, type) and issubclass(annotation, schema_parts.Strict):
        return annotation
    inner = (inner_model(kind) for kind in get_args(annotation) if kind is not NoneType)
    return next((model for model in inner if model is not None), None)
