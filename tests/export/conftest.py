import pytest
from drawn import install_square


@pytest.fixture(scope="session", autouse=True)
def square_face(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Install the face whose glyphs are squares."""
    install_square(tmp_path_factory.mktemp("faces"))
