"""Write the reference pages into docs/customise/."""

from pathlib import Path

from generator.reference import commands, keys
from generator.store.files import write_file

FOLDER = Path("docs/customise")


def main() -> None:
    """Write each page that has changed, and say which."""
    for name, text in pages().items():
        if write_file(FOLDER / name, text.encode()):
            print(f"wrote {FOLDER / name}")


def pages() -> dict[str, str]:
    """Return each page's text by its file's name."""
    return {commands.PAGE: commands.command_page(), keys.PAGE: keys.key_page()}


if __name__ == "__main__":
    main()
