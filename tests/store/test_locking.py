import subprocess
import sys
import time
from pathlib import Path

import pytest

from medpivot.errors import MedpivotError
from medpivot.store.drafts import load_draft, save_draft_answer
from medpivot.store.locking import locked
from medpivot.store.writing import writing
from store_examples import log, titles

HOLD = """
import sys, time
from pathlib import Path
from medpivot.store.locking import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""

ADD = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from store_examples import log
for number in range(int(sys.argv[4])):
    print(log(Path(sys.argv[1]), f"{sys.argv[2]}-{number}").id)
"""


def child(code, *args):
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, args)], stdout=subprocess.PIPE, text=True
    )


@pytest.fixture
def holder(home):
    process = child(HOLD, home)
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.communicate()


def test_a_writer_gives_up_after_its_patience_and_says_what_to_do(home, holder):
    began = time.monotonic()
    with pytest.raises(MedpivotError, match="another medpivot") as caught, locked(home, 0.3):
        pass
    assert 0.2 < time.monotonic() - began < 3
    assert "again" in caught.value.hint


def test_readers_do_not_wait(home, holder):
    assert titles(home) == []
    assert load_draft(home) == {}


def test_a_dead_process_leaves_no_lock(home, holder):
    holder.kill()
    holder.wait()
    log(home, "after")
    assert titles(home) == ["after"]


def test_an_answer_can_be_kept_while_a_change_is_open(home):
    with writing(home, "x"):
        save_draft_answer(home, "specialty", "pediatrics")
    assert load_draft(home) == {"specialty": "pediatrics"}


def test_four_terminals_at_once_lose_nothing(home):
    here = Path(__file__).parents[1]
    writers = [child(ADD, home, name, here, 25) for name in "abcd"]
    ids = [one for writer in writers for one in writer.communicate()[0].split()]
    assert len(set(ids)) == 100
    assert sorted(titles(home)) == sorted(f"{name}-{n}" for name in "abcd" for n in range(25))
