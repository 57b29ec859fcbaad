"""The templates of what `new` writes, and ids as names."""

import json
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator.load.tree import NOTHING


@cache
def starter_templates() -> Environment:
    """Return the environment of the starters' templates; they hold plain text, not HTML."""
    return Environment(
        loader=PackageLoader("generator.starters"),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )


def name_of(id_: str) -> str:
    """Return an id as a name in YAML: `my-card` becomes `My Card`."""
    name = id_.replace("-", " ").title()
    return json.dumps(name) if name in NOTHING else name
