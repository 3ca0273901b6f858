"""What a scenario is, and how scenarios are run and told about."""

import sys
import time
import traceback


class Failure(Exception):
    """What a scenario expected and did not find, in one sentence."""


class Skip(Exception):
    """Why a scenario cannot be run here."""


def expect(holds, sentence):
    if not holds:
        raise Failure(sentence)


def equal(found, wanted, what):
    if found == wanted:
        return
    if isinstance(found, list) and isinstance(wanted, list) and len(wanted) > 5:
        at = next((index for index, (one, other) in enumerate(zip(found, wanted)) if one != other), min(len(found), len(wanted)))
        raise Failure(f"{what}: of {len(wanted)}, number {at + 1} should be {wanted[at:at + 1]!r}, and it is {found[at:at + 1]!r} of {len(found)}.")
    raise Failure(f"{what}: {wanted!r} was expected, and it is {found!r}.")


SCENARIOS = []


def scenario(name):
    """Marks a function that takes a World as a scenario; they run in the order in which they are written."""

    def add(function):
        SCENARIOS.append((name, function))
        return function

    return add


def run(world, wanted, shots):
    """Runs the scenarios whose names contain `wanted`; returns the exit code. Of one that fails a picture is kept in `shots`."""
    chosen = [(name, function) for name, function in SCENARIOS if wanted.lower() in name.lower()]
    if not chosen:
        print(f"Browser tests: there is no scenario with \"{wanted}\" in its name.", file=sys.stderr)
        return 64
    begun, failed, skipped = time.monotonic(), 0, 0
    for name, function in chosen:
        start = time.monotonic()
        try:
            function(world)
            world.check_after()
            mark, more = "✔", ""
        except Skip as reason:
            skipped, mark, more = skipped + 1, "○", f" SKIPPED: {reason}"
        except Failure as reason:
            failed, mark, more = failed + 1, "✘", f"\n    {reason}"
        except Exception as error:
            failed, mark, more = failed + 1, "✘", "\n    " + "".join(traceback.format_exception(error)).rstrip().replace("\n", "\n    ")
        if mark == "✘":
            more += "".join(f"\n    picture: {path}" for path in world.pictures(shots, function.__name__))
        world.close_browsers()
        print(f"{mark} {name} ({time.monotonic() - start:.1f} s){more}", flush=True)
    passed = len(chosen) - failed - skipped
    print(f"Browser tests: {passed} scenarios passed, {failed} failed, {skipped} skipped, after {time.monotonic() - begun:.0f} seconds.")
    return 1 if failed else 0
