"""Tests of the pages in a real browser: python Tests/Browser/run.py [--only WORDS] [--shots DIR] [--picture FILE] [--list]

Started by Tools/browser, which sees to the browser and to the packages of requirements.txt."""

import argparse
import os
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True

import scenario  # noqa: E402
from world import World  # noqa: E402
import board, filing, printed, hostile, access, live  # noqa: E401, E402, F401


def main():
    options = argparse.ArgumentParser(description="Tests of the pages in a real browser.")
    options.add_argument("--only", default="", help="scenarios with these words in their name")
    options.add_argument("--shots", help="no tests: pictures of every page into this folder")
    options.add_argument("--picture", help="no tests: the picture of README into this file")
    options.add_argument("--list", action="store_true", help="the names of the scenarios")
    chosen = options.parse_args()
    if chosen.list:
        for name, _ in scenario.SCENARIOS:
            print(name)
        return 0
    with tempfile.TemporaryDirectory(prefix="thidua-browser-") as scratch:
        # The browser leaves folders behind: they go with the others.
        os.environ["TMPDIR"] = scratch
        world = World(scratch)
        try:
            if chosen.shots or chosen.picture:
                import shots

                return shots.take(world, Path(chosen.shots)) if chosen.shots else shots.one(world, Path(chosen.picture))
            return scenario.run(world, chosen.only, Path(__file__).resolve().parents[2] / ".build" / "browser-shots")
        finally:
            world.close()


sys.exit(main())
