"""The rules of notes as JSON, for the page that looks them over as they are written."""

import json
from typing import Any

from generator.model.lint import Advice, LintRules, NameRule, WordRule

LINT_JSON = "lint.json"
"""Below docs/kit/."""


def lint_json(rules: LintRules) -> bytes:
    """Return the rules as docs/scripts/lint.js reads them, always the same bytes."""
    detail, length = rules.detail, rules.length
    whole = {
        "folds": dict(rules.folds),
        "openers": rules.openers,
        "closers": rules.closers,
        "words": [_words(rule) for rule in rules.words],
        "detail": {
            "id": detail.id,
            "since": detail.since,
            "least": detail.least,
            "stock": sorted(detail.stock),
            "langs": detail.langs,
            **_advice(detail.advice),
        },
        "length": {
            "id": length.id,
            "email": length.email,
            "card": length.card,
            "formats": dict(length.formats),
            "advice": {medium: _advice(advice) for medium, advice in length.advice.items()},
        },
        "names": _names(rules.names),
    }
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return f"{text}\n".encode()


def _words(rule: WordRule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "find": rule.find,
        "unless": rule.unless,
        "most": rule.most,
        "exact": rule.exact,
        "langs": rule.langs,
        **_advice(rule.advice),
    }


def _names(rule: NameRule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "titles": dict(rule.titles),
        "anybody": sorted(rule.anybody),
        "nobody": sorted(rule.nobody),
        "joins": sorted(rule.joins),
        "thanks": rule.thanks,
        "employer": rule.employer,
        "elsewhere": sorted(rule.elsewhere),
        "not_names": sorted(rule.not_names),
        "advice": {fault: _advice(advice) for fault, advice in rule.advice.items()},
    }


def _advice(advice: Advice) -> dict[str, str]:
    return {"why": advice.why, "instead": advice.instead}
