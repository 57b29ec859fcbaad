"""Run an exported function of docs/scripts/ over cases, in Node if it is there, else Chromium."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

SCRIPTS = Path(__file__).parent.parent / "docs" / "scripts"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def run_script(file: str, expression: str, cases: object) -> Any:
    """Return what `expression` gives: a function of (module, cases) as JavaScript."""
    source = (SCRIPTS / file).read_text(encoding="utf-8")
    node = shutil.which("node")
    return (_in_node if node else _in_browser)(source, expression, cases)


def _in_node(source: str, expression: str, cases: object) -> Any:
    program = (
        f"const module = await import('data:text/javascript,' + encodeURIComponent("
        f"{json.dumps(source)}));\nlet text = '';\n"
        "for await (const part of process.stdin) text += part;\n"
        f"console.log(JSON.stringify(({expression})(module, JSON.parse(text))));"
    )
    done = subprocess.run(
        ["node", "--input-type=module", "-e", program],
        input=json.dumps(cases),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _in_browser(source: str, expression: str, cases: object) -> Any:
    from playwright.sync_api import sync_playwright

    found = next(path for name in BROWSERS if (path := shutil.which(name)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        page = browser.new_page()
        result = page.evaluate(
            "async ([source, expression, cases]) => {"
            " const address = 'data:text/javascript,' + encodeURIComponent(source);"
            " return JSON.stringify((0, eval)(expression)(await import(address), cases)); }",
            [source, f"({expression})", cases],
        )
        browser.close()
    return json.loads(result)
