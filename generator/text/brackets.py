"""Brackets that come in pairs (Unicode's BidiBrackets.txt, version 15)."""

_FOLLOWED = (
    "\u0028\u0f3a\u0f3c\u169b\u2045\u207d\u208d\u2308\u230a\u2329\u2768\u276a\u276c\u276e"
    "\u2770\u2772\u2774\u27c5\u27e6\u27e8\u27ea\u27ec\u27ee\u2983\u2985\u2987\u2989\u298b"
    "\u2991\u2993\u2995\u2997\u29d8\u29da\u29fc\u2e22\u2e24\u2e26\u2e28\u2e55\u2e57\u2e59"
    "\u2e5b\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\ufe59\ufe5b\ufe5d\uff08"
    "\uff5f\uff62"
)
"""Opening brackets whose closing one is the next character."""
_OTHERS = {
    "\u005b": "\u005d",
    "\u007b": "\u007d",
    "\u298d": "\u2990",
    "\u298f": "\u298e",
    "\uff3b": "\uff3d",
    "\uff5b": "\uff5d",
}
_PAIRS = {char: chr(ord(char) + 1) for char in _FOLLOWED} | _OTHERS
# The angle brackets U+2329 and U+232A are canonically equivalent to U+3008 and U+3009 (BD16).
_SAME = {"\u2329": "\u3008", "\u232a": "\u3009"}

OPENING = {opening: _SAME.get(closing, closing) for opening, closing in _PAIRS.items()}
"""Opening brackets, each with what stands for its pair: the closing one."""
CLOSING = {closing: _SAME.get(closing, closing) for closing in _PAIRS.values()}
"""Closing brackets, each with what stands for its pair."""
