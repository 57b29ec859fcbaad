#!/bin/sh
# Make sure that the browser tests have their Chromium: the system's, or Debian's package.
set -u
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  apt-get update -qq && apt-get install -y -qq chromium >/dev/null && exit 0
fi
echo "The browser tests need Chromium. Install it with your system's packages" \
  "(Debian and Ubuntu: sudo apt-get install chromium), then run make test again." >&2
exit 1
