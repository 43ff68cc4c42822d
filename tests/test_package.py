"""What is shipped: the data travels inside the wheel, the sdist and a wheel built from it."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DATA = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "data").rglob("*.toml"))


def build(source: Path, out: Path, *what: str) -> None:
    command = [sys.executable, "-m", "build", "--no-isolation", *what, "--outdir", str(out)]
    subprocess.run([*command, str(source)], check=True, capture_output=True)


@pytest.mark.package
def test_the_data_is_in_the_wheel_in_the_sdist_and_in_a_wheel_made_from_it(tmp_path: Path) -> None:
    build(ROOT, tmp_path, "--sdist", "--wheel")
    (wheel,) = tmp_path.glob("*.whl")
    (sdist,) = tmp_path.glob("*.tar.gz")
    in_wheel = [f"medpivot/{name}" for name in DATA]
    with zipfile.ZipFile(wheel) as packed:
        assert set(in_wheel) <= set(packed.namelist())
        first = {name: packed.read(name) for name in in_wheel}
        assert first["medpivot/data/roles.toml"] == (ROOT / "data" / "roles.toml").read_bytes()
        assert not [name for name in packed.namelist() if name.startswith("tests/")]
        (page,) = [
            name for name in packed.namelist() if name.endswith("/share/man/man1/medpivot.1")
        ]
        assert packed.read(page) == (ROOT / "docs" / "medpivot.1").read_bytes()
    with tarfile.open(sdist) as packed:
        # 3.11.0 to 3.11.3 do not know the filter, and later versions warn without it
        safe = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
        packed.extractall(tmp_path, **safe)
        names = packed.getnames()
    top = names[0].split("/")[0]
    assert {f"{top}/{name}" for name in DATA} <= set(names)
    again = tmp_path / "again"
    build(tmp_path / top, again, "--wheel")
    with zipfile.ZipFile(next(again.glob("*.whl"))) as packed:
        assert {name: packed.read(name) for name in in_wheel} == first


@pytest.mark.package
def test_an_installed_wheel_runs_with_its_own_data(tmp_path: Path) -> None:
    build(ROOT, tmp_path, "--wheel")
    (wheel,) = tmp_path.glob("*.whl")
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(site)
    program = (
        f"import sys; sys.path.insert(0, {str(site)!r})\n"
        "from medpivot import catalogue\n"
        "print(catalogue.data_folder()); print(len(catalogue.load_roles().roles))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == [str(site / "medpivot" / "data"), "8"]
