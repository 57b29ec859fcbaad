"""Write tests/vectors/lint.json anew: python -m tests.lint.write_vectors. Read the difference."""

from generator.load.lint import read_lint
from tests.conftest import ROOT
from tests.lint.cases import VECTORS, make_vectors

if __name__ == "__main__":
    VECTORS.write_bytes(make_vectors(read_lint(ROOT)))
