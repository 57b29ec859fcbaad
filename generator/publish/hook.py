"""For `mkdocs serve`: keep the site up to date while somebody works on the kit.

The work is done by a process of its own, generator/workshop.py, which stays warm between two
changes and is started anew when the code has changed, since a served hook is loaded once and would
keep old code. On Problems the pages stay as they were. `make site` builds by itself beforehand,
and Zensical ignores hooks.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

MADE = "kit"
"""The folder of docs/ that the build writes."""
DOWNLOADS = f"{MADE}/files"
PICTURES = f"{MADE}/previews"
SCRIPT = f"{MADE}/cards/overlay.js"
OVERLAYS = "build/overlay"
NO_PAGES = " and 0 pages "
COMMANDS: list[str] = []
SAID: list[str] = []
WORKERS: list["subprocess.Popen[str]"] = []


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember which command runs."""
    COMMANDS[:] = [command]


def on_pre_build(config: MkDocsConfig) -> None:
    """Render what has changed."""
    root = Path(config.config_file_path).parent
    match COMMANDS:
        case ["serve"]:
            if not SAID:
                tell(ask(root))
            SAID.clear()
        case ["build"]:
            return
        case _:
            if subprocess.run([sys.executable, "-m", "generator", "build"], cwd=root).returncode:
                raise Abort("The kit has problems; nothing was published.")


def ask(root: Path) -> str:
    """Return what the workshop says to a change: it is started if it is not there."""
    for _ in range(2):
        worker = WORKERS[0] if WORKERS and WORKERS[0].poll() is None else start(root)
        assert worker.stdin is not None and worker.stdout is not None
        try:
            worker.stdin.write("\n")
            worker.stdin.flush()
        except BrokenPipeError:
            continue
        if said := worker.stdout.readline().strip():
            return said
        worker.wait()
    return "the workshop has stopped; what it said stands above"


def start(root: Path) -> "subprocess.Popen[str]":
    """Start the workshop."""
    # No byte code: it would be written into a watched folder and start the next round.
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    worker = subprocess.Popen(
        [sys.executable, "-m", "generator.workshop"],
        cwd=root,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    WORKERS[:] = [worker]
    return worker


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave the downloads out of what is copied at every change: they are linked as a folder.

    What can be drawn over the previews comes in; a published site has none of it.
    """
    if COMMANDS != ["serve"]:
        return files
    if link_downloads(config):
        for file in [file for file in files if file.src_uri.startswith(f"{DOWNLOADS}/")]:
            files.remove(file)
    for name, path in overlay_files(config).items():
        files.append(File.generated(config, name, abs_src_path=str(path)))
    return files


def overlay_files(config: MkDocsConfig) -> dict[str, Path]:
    """Return the script that draws over previews, and its data, by their place in the site."""
    folder = Path(config.config_file_path).parent / OVERLAYS
    data = {f"{MADE}/cards/{p.stem}/overlay.json": p for p in sorted(folder.glob("*.json"))}
    return {SCRIPT: Path(__file__).with_name("overlay.js"), **data}


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Let a served card's page draw over its previews, if its address asks for it: ?overlay."""
    if COMMANDS != ["serve"] or not page.file.src_uri.startswith(f"{MADE}/cards/"):
        return output
    script = get_relative_url(SCRIPT, page.url)
    return output.replace("</head>", f'<script type="module" src="{script}"></script>\n</head>', 1)


def link_downloads(config: MkDocsConfig) -> bool:
    """Put a link to the downloads into the served site; return whether this system can."""
    link = Path(config.site_dir, DOWNLOADS)
    link.parent.mkdir(parents=True, exist_ok=True)
    try:
        link.symlink_to(Path(config.docs_dir, DOWNLOADS), target_is_directory=True)
    except OSError:
        return link.is_symlink()
    return True


def tell(said: str) -> None:
    """Keep what the workshop said, and show it."""
    SAID[:] = [said]
    print(f"Afternote: {said}", file=sys.stderr)


def on_serve(
    server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]
) -> LiveReloadServer:
    """Watch what is written by hand only: what the build writes would start the next round."""
    docs = Path(config.docs_dir)
    server.unwatch(str(docs))
    server.watch(str(docs), recursive=False)
    for folder in sorted(docs.iterdir()):
        if folder.is_dir() and folder.name != MADE:
            server.watch(str(folder))
    server.builder = partial(rebuild, config, builder, [written_times(config)])
    return server


def rebuild(config: MkDocsConfig, builder: Callable[[], None], times: list[object]) -> None:
    """Follow a change: where no page has changed, only the new pictures are put in place."""
    tell(ask(Path(config.config_file_path).parent))
    before, times[:] = times[0], [written_times(config)]
    if before != times[0] or (NO_PAGES not in SAID[0] and "pages" in SAID[0]):
        builder()
        return
    SAID.clear()
    pictures = Path(config.docs_dir, PICTURES).iterdir()
    new = {f"{PICTURES}/{path.name}": path for path in pictures} | overlay_files(config)
    for name, path in new.items():
        shown = Path(config.site_dir, name)
        if not shown.exists() or shown.stat().st_mtime < path.stat().st_mtime:
            shutil.copyfile(path, shown)


def written_times(config: MkDocsConfig) -> object:
    """Return when each file that is written by hand has changed."""
    docs = Path(config.docs_dir)
    paths = (p for p in docs.rglob("*") if p.relative_to(docs).parts[0] != MADE)
    return [(str(p), p.stat().st_mtime_ns) for p in (*paths, Path(config.config_file_path))]


def on_shutdown() -> None:
    """Let the workshop end with the server."""
    for worker in WORKERS:
        if worker.stdin is not None:
            worker.stdin.close()
        worker.wait()
