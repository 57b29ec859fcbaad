"""A first situation: a note in one tone, for the card and for the e-mail."""

from generator.starters.words import name_of, starter_templates


def start_situation(id_: str) -> str:
    """Return a situation's file."""
    return starter_templates().get_template("situation.yml.j2").render(name=name_of(id_))
