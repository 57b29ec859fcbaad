"""The reference pages of docs/customise/, made from the code: its verbs and the files' keys.

`python -m generator.reference` writes them anew; a test compares what stands there.
"""
