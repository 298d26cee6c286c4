"""What several tests share: the seeds, read once a run."""

from contextlib import chdir
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def seeds_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a base read anew from seeds/, as `make base` does it."""
    from eucacheck.pack import load_pack
    from eucacheck.pipeline import add_sources, extract_all
    from eucacheck.sources import collect
    from eucacheck.store import open_base

    path = tmp_path_factory.mktemp("seeds") / "seeds.db"
    pack = load_pack()
    with chdir(ROOT):
        sources, errors = collect(["seeds"])
    assert errors == []
    with open_base(path, write=True) as base:
        add_sources(base, extract_all(sources, pack), pack)
    return path
