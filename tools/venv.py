"""Makes or updates `.venv`: `python tools/venv.py requirements.txt [requirements-dev.txt]`.

Does nothing when the requirements that were asked for are in already. Uses the standard library alone, and
any Python that is new enough.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def main(files: list[str]) -> int:
    """Install what the files name; 0 when it is in."""
    stamps = {file: VENV / f".{Path(file).stem}.installed" for file in files}
    if not works():
        print("Making .venv …", flush=True)
        shutil.rmtree(VENV, ignore_errors=True)
        if not make():
            return 1
    missing = [file for file, stamp in stamps.items() if read(stamp) != digest(file)]
    if not missing:
        return 0
    print(f"Installing {' and '.join(missing)} …", flush=True)
    pip = [str(PYTHON), "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-input"]
    for file in missing:
        pip += ["-r", str(ROOT / file)]
    if subprocess.run(pip, cwd=ROOT).returncode:
        print("The requirements could not be installed; see above.", file=sys.stderr)
        return 1
    for file in missing:
        stamps[file].write_text(digest(file), encoding="ascii")
    return 0


def works() -> bool:
    """Whether `.venv` is there and of this place: a copied or moved one, or one whose Python went, is not."""
    try:
        prefix = subprocess.run(
            [str(PYTHON), "-c", "import pip, sys; print(sys.prefix)"],
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        ).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return False
    return Path(prefix).resolve() == VENV.resolve() and (VENV / "pyvenv.cfg").exists()


def make() -> bool:
    """Make an empty `.venv` with pip in it."""
    made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], capture_output=True, text=True)
    if made.returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        print((made.stdout + made.stderr).strip(), file=sys.stderr)
        print(
            f"{sys.executable} cannot make a virtual environment; on Debian and Ubuntu install python3-venv.",
            file=sys.stderr,
        )
    return made.returncode == 0


def digest(file: str) -> str:
    """What stands in a requirements file, and for which Python, as a hash."""
    return hashlib.sha256((ROOT / file).read_bytes() + sys.version.encode()).hexdigest()


def read(stamp: Path) -> str:
    """What was last installed, or an empty string."""
    try:
        return stamp.read_text(encoding="ascii")
    except OSError:
        return ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
