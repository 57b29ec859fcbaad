"""For `mkdocs serve`: run the build before each rendering, so that an edit shows at once.

The build runs in a process of its own, since a served hook is loaded once and would keep old code.
`make site` builds by itself beforehand, and Zensical ignores hooks.
"""

import os
import subprocess
import sys
from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

COMMANDS: list[str] = []


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember which command runs."""
    COMMANDS[:] = [command]


def on_pre_build(config: MkDocsConfig) -> None:
    """Render what has changed; on Problems keep the pages as they were and say so."""
    if COMMANDS == ["build"]:
        return
    root = Path(config.config_file_path).parent
    # No byte code: it would be written into a watched folder and start the next round.
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([sys.executable, "-m", "generator", "build"], cwd=root, env=environment)
    if done.returncode and COMMANDS != ["serve"]:
        raise Abort("The kit has problems; nothing was published.")
