#!/bin/sh
# Make sure that the tests have a Chromium and the PDF tools: the system's, or Debian's packages.
set -u
has() {
  for name in "$@"; do
    if command -v "$name" >/dev/null 2>&1; then return 0; fi
  done
  return 1
}
wanted=""
has chromium chromium-browser google-chrome || wanted="$wanted chromium"
has pdftoppm || wanted="$wanted poppler-utils"
has qpdf || wanted="$wanted qpdf"
has gs || wanted="$wanted ghostscript"
if [ -z "$wanted" ]; then exit 0; fi
if has apt-get && [ "$(id -u)" = 0 ]; then
  # shellcheck disable=SC2086 # the names are several words
  apt-get update -qq && apt-get install -y -qq $wanted >/dev/null && exit 0
fi
echo "The tests need what Debian calls:$wanted. Install it with your system's packages" \
  "(Debian and Ubuntu: sudo apt-get install$wanted), then run make test again." >&2
exit 1
