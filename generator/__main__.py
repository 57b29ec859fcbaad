"""The command line: `python -m generator VERB`."""

import sys
from pathlib import Path

from generator.store.stamp import is_fresh


def main() -> None:
    """Run a verb; a build with nothing to do ends before anything heavy is imported."""
    if sys.argv[1:] == ["build"] and is_fresh(Path.cwd()):
        return
    from generator.cli import app

    app()


if __name__ == "__main__":
    main()
