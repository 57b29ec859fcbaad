"""Load a kit, from its files or from what was kept of them since they last changed.

Checking takes half a second of imports; a kit that was found in order is kept in build/ and
restored for as long as its files and this code have the same times and sizes.
"""

from pathlib import Path

from generator.load.files import data_files, kit_files
from generator.load.keep import keep_kit, restore_kit
from generator.model.kit import Kit

__all__ = ["data_files", "kit_files", "load_kit"]


def load_kit(root: Path) -> Kit:
    """Return the kit in a folder that holds assets/ and may hold mine/.

    Raises Problems: all that are wrong in all of its files, each with file:line:column.
    """
    kit = restore_kit(root)
    if kit is None:
        # The schemas are only worth loading where a file has changed.
        from generator.load.assemble import assemble_kit

        kit = assemble_kit(root)
        keep_kit(root, kit)
    return kit
