"""Look over the rendered cards of a kit as a proofreader does: what `check` says of designs."""
